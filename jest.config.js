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
	// Finding elements by role is slow in jsdom, and every suite runs at once on two cores.
	testTimeout: 30_000,
	// Whole shops are assembled there.
	modulePathIgnorePatterns: [
		'<rootDir>/tests/.work/',
		'<rootDir>/assets/build/',
	],
};
