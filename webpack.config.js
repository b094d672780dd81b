/**
 * Entries, WooCommerce externals and the MapLibre worker. Everything else is @wordpress/scripts' own configuration.
 */
const path = require( 'path' );
const defaultConfig = require( '@wordpress/scripts/config/webpack.config' );
const MiniCssExtractPlugin = require( 'mini-css-extract-plugin' );
const DependencyExtractionWebpackPlugin = require( '@wordpress/dependency-extraction-webpack-plugin' );

// WooCommerce's own extraction plugin does not install beside @wordpress/scripts 35; these are the packages we use.
const woocommerce = {
	'@woocommerce/blocks-checkout': [ 'blocksCheckout', 'wc-blocks-checkout' ],
	'@woocommerce/blocks-checkout-events': [
		'blocksCheckoutEvents',
		'wc-blocks-checkout-events',
	],
	'@woocommerce/block-data': [ 'wcBlocksData', 'wc-blocks-data-store' ],
};

const entry = ( name ) => path.resolve( __dirname, 'src', name );

module.exports = {
	...defaultConfig,
	entry: {
		picker: entry( 'picker/index.tsx' ),
		'checkout-classic': entry( 'checkout-classic/index.ts' ),
		'checkout-block': entry( 'checkout-block/index.tsx' ),
		'checkout-block-editor': entry( 'checkout-block/editor.tsx' ),
		'locator-block': entry( 'locator-block/view.ts' ),
		'locator-block-editor': entry( 'locator-block/editor.tsx' ),
		'admin-settings': entry( 'admin/settings.ts' ),
		'admin-diagnostics': entry( 'admin/diagnostics/index.tsx' ),
		'admin-onboarding': entry( 'admin/onboarding/index.tsx' ),
		'self-test': entry( 'self-test/index.ts' ),
		'admin-order': entry( 'admin/order/index.ts' ),
	},
	output: {
		...defaultConfig.output,
		path: path.resolve( __dirname, 'assets/build' ),
		// Entries are asked for with the version; what they load by themselves would stay in caches beyond an update.
		chunkFilename: '[name].[contenthash:8].js',
		// Servers that do not know .mjs send it as application/octet-stream, and the map's worker then refuses to start.
		assetModuleFilename: ( { filename } ) =>
			/maplibre-gl-worker\.mjs$/.test( filename )
				? 'maplibre-worker.[contenthash:8].js'
				: '[name].[contenthash:8][ext]',
	},
	optimization: {
		...defaultConfig.optimization,
		splitChunks: {
			...defaultConfig.optimization.splitChunks,
			cacheGroups: {
				...defaultConfig.optimization.splitChunks.cacheGroups,
				// The map and its library are wanted together.
				defaultVendors: false,
			},
		},
	},
	module: {
		...defaultConfig.module,
		rules: [
			...defaultConfig.module.rules,
			{
				test: /world-atlas[\\/]countries-50m\.json$/,
				type: 'asset/resource',
				generator: { filename: 'europe.[contenthash:8].json' },
				use: entry( 'map/europe-loader.cjs' ),
			},
		],
	},
	plugins: [
		...defaultConfig.plugins.filter(
			( { constructor } ) =>
				constructor.name !== 'DependencyExtractionWebpackPlugin' &&
				constructor !== MiniCssExtractPlugin
		),
		new MiniCssExtractPlugin( {
			filename: '[name].css',
			chunkFilename: '[name].[contenthash:8].css',
		} ),
		new DependencyExtractionWebpackPlugin( {
			requestToExternal: ( request ) =>
				woocommerce[ request ] && [ 'wc', woocommerce[ request ][ 0 ] ],
			requestToHandle: ( request ) => woocommerce[ request ]?.[ 1 ],
		} ),
	],
};
