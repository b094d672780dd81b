import wordpress from '@wordpress/eslint-plugin';

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
		rules: {
			'@wordpress/i18n-text-domain': [
				'error',
				{ allowedTextDomain: 'sendcloud-service-points' },
			],
			// Webpack maps these to the shop's own globals; src/types/woocommerce.d.ts describes them.
			'import/no-unresolved': [
				'error',
				{
					ignore: [
						'^@woocommerce/',
						'^@wordpress/(api-fetch|block-editor|blocks|components|data)$',
					],
				},
			],
			'import/no-extraneous-dependencies': 'off',
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
		files: [ 'tests/**', '*.config.*' ],
		rules: { 'no-console': 'off' },
	},
];
