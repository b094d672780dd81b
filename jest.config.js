const base = require( '@wordpress/scripts/config/jest-unit.config' );

module.exports = {
	...base,
	rootDir: __dirname,
	testMatch: [
		'<rootDir>/src/**/*.test.[jt]s?(x)',
		'<rootDir>/tests/js/**/*.test.[jt]s?(x)',
	],
	setupFilesAfterEnv: [
		...( base.setupFilesAfterEnv ?? [] ),
		'<rootDir>/tests/js/jest.setup.ts',
	],
	// Whole shops are assembled there.
	modulePathIgnorePatterns: [
		'<rootDir>/tests/.work/',
		'<rootDir>/assets/build/',
	],
};
