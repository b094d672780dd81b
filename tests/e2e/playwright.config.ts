/**
 * Chromium against a running shop and sandbox; `npm run test:e2e` starts both and gives their addresses.
 */
import path from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { shopUrl } from './support/environment';

const work = path.resolve( __dirname, '../.work/e2e' );

/** Names resolve to nothing: a request that slips past the shop and the sandbox fails here as it would be seen there. */
const offline =
	'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost';

const chromiumArgs = [
	'--no-sandbox',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	offline,
];
const softwareWebGl = [
	'--use-gl=angle',
	'--use-angle=swiftshader',
	'--enable-unsafe-swiftshader',
];
const withoutWebGl = [ '--disable-gpu', '--disable-3d-apis' ];
const WITH_MAP = /\/(purchase|map|accessibility|locator|old-shop)\.spec/;
/** These change the whole of one shop, so one after the other. */
const STANDALONE = /\/(connection|conversion|export)\.spec/;
const FAULTS = /\/faults\.spec/;
const SCREENSHOTS = /\/screenshots\.spec/;

const launchWith = ( args: string[] ) => ( {
	launchOptions: {
		executablePath: process.env[ 'CHROMIUM_PATH' ] ?? '/usr/bin/chromium',
		args: [ ...chromiumArgs, ...args ],
	},
} );

export default defineConfig( {
	testDir: __dirname,
	// A run against another shop of this machine has its own.
	outputDir: path.join( work, new URL( shopUrl ).port ),
	fullyParallel: false,
	forbidOnly: true,
	retries: 0,
	workers: 2,
	timeout: 120_000,
	expect: { timeout: 20_000 },
	reporter: process.env[ 'PLAYWRIGHT_JSON_OUTPUT_FILE' ]
		? [ [ 'list' ], [ 'json' ] ]
		: [ [ 'list' ] ],
	use: {
		...devices[ 'Desktop Chrome' ],
		baseURL: shopUrl,
		locale: 'en-GB',
		timezoneId: 'Europe/Amsterdam',
		trace: 'retain-on-failure',
		screenshot: 'only-on-failure',
		contextOptions: { reducedMotion: 'reduce' },
		...launchWith( softwareWebGl ),
	},
	projects: [
		{
			name: 'map',
			testMatch: [ WITH_MAP ],
		},
		{
			// Drawing a map without a graphics card is slow, and the list must do everything by itself anyway.
			name: 'no-webgl',
			testIgnore: [ WITH_MAP, STANDALONE, FAULTS, SCREENSHOTS ],
			use: launchWith( withoutWebGl ),
		},
		{
			name: 'standalone',
			testMatch: STANDALONE,
			workers: 1,
			use: launchWith( withoutWebGl ),
		},
		{
			// A fault and the breaker it trips are the whole shop's, so these run after all others.
			name: 'faults',
			testMatch: FAULTS,
			dependencies: [ 'map', 'no-webgl', 'standalone' ],
			use: launchWith( withoutWebGl ),
		},
		...( process.env[ 'E2E_SCREENSHOTS' ]
			? [ { name: 'screenshots', testMatch: SCREENSHOTS } ]
			: [] ),
	],
} );
