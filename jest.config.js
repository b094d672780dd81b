const base = require( '@wordpress/scripts/config/jest-unit.config' );

module.exports = {
	...base,
	rootDir: __dirname,
	testMatch: [ '<rootDir>/src/**/*.test.[jt]s?(x)', '<rootDir>/tests/js/**/*.test.[jt]s?(x)' ],
	setupFilesAfterEnv: [
		...( base.setupFilesAfterEnv ?? [] ),
		'<rootDir>/tests/js/jest.setup.ts',
	],
	moduleNameMapper: {
		...( base.moduleNameMapper ?? {} ),
		// maplibre-gl is ESM only and needs WebGL: the map's own behaviour is tested in the browser.
		'^maplibre-gl$': '<rootDir>/tests/js/maplibre-gl.ts',
		'\\.s?css$': '<rootDir>/tests/js/style.ts',
	},
};
