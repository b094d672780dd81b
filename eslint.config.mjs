import wordpress from '@wordpress/eslint-plugin';

export default [
	{ ignores: [ 'assets/build/', 'vendor/', 'node_modules/', 'tests/.work/' ] },
	...wordpress.configs.recommended,
	{
		rules: {
			'@wordpress/i18n-text-domain': [
				'error',
				{ allowedTextDomain: 'sendcloud-service-points' },
			],
			// WooCommerce's packages are not on npm: webpack maps them to the shop's own globals.
			'import/no-unresolved': [ 'error', { ignore: [ '^@woocommerce/' ] } ],
			'import/no-extraneous-dependencies': 'off',
		},
	},
	{
		files: [ 'tests/**', '*.config.*' ],
		rules: { 'no-console': 'off' },
	},
];
