import wordpress from '@wordpress/eslint-plugin';

/** Which rooms of src a room may import from: the table of docs/architecture.md. */
const MAY_KNOW = {
	types: [],
	lib: [ 'types' ],
	map: [ 'lib', 'types' ],
	picker: [ 'map', 'lib', 'types' ],
	checkout: [ 'lib', 'types' ],
	'checkout-block': [ 'checkout', 'lib', 'types' ],
	'checkout-classic': [ 'checkout', 'lib', 'types' ],
	'self-test': [ 'checkout', 'lib', 'types' ],
	'locator-block': [ 'lib', 'types' ],
	admin: [ 'lib', 'types' ],
};

const zones = Object.entries( MAY_KNOW ).map( ( [ room, known ] ) => ( {
	target: `./src/${ room }`,
	from: './src',
	except: [ room, ...known ].map( ( name ) => `./${ name }` ),
	message: `src/${ room } may know: ${ known.join( ', ' ) || 'nothing' }.`,
} ) );

export default [
	{
		ignores: [
			'assets/build/',
			'vendor/',
			'node_modules/',
			'tests/.work/',
		],
	},
	...wordpress.configs.recommended,
	{
		settings: {
			// Without these the plugin does not look into the files of ours that a file imports.
			'import/extensions': [ '.js', '.mjs', '.ts', '.tsx' ],
			'import/parsers': {
				'@typescript-eslint/parser': [ '.ts', '.tsx' ],
			},
		},
		rules: {
			'@wordpress/i18n-text-domain': [
				'error',
				{ allowedTextDomain: 'sendcloud-service-points' },
			],
			// Webpack maps these to the shop's own globals: WooCommerce's are described in src/types, of block-editor only the types are here.
			'import/no-unresolved': [
				'error',
				{
					ignore: [ '^@woocommerce/', '^@wordpress/block-editor$' ],
				},
			],
			'import/no-extraneous-dependencies': [
				'error',
				{ devDependencies: true, includeTypes: true },
			],
			'import/no-cycle': 'error',
			'import/no-restricted-paths': [ 'error', { zones } ],
		},
	},
	{
		files: [ '**/*.ts', '**/*.tsx' ],
		rules: {
			// Parameters say their type and name in TypeScript; a comment says why.
			'jsdoc/require-param': 'off',
			'jsdoc/require-returns': 'off',
			// TypeScript's noPropertyAccessFromIndexSignature wants the opposite.
			'dot-notation': 'off',
		},
	},
	{
		files: [ 'src/picker/**' ],
		rules: {
			// The map and its library come with import(), when a map is shown.
			'@typescript-eslint/no-restricted-imports': [
				'error',
				{
					patterns: [
						{ regex: '/map(/|$)', allowTypeImports: true },
					],
				},
			],
		},
	},
	{
		files: [ 'tests/**', '*.config.*' ],
		rules: { 'no-console': 'off' },
	},
];
