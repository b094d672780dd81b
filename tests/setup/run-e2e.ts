/**
 * Playwright against real shops: npm run test:e2e -- [Playwright's own options]
 */
import { findNeighbour, findWooCommerce, WOOCOMMERCE } from '../shop/sources';
import { startSandbox, startShop } from '../shop/start';
import { build } from './build';
import { freePort, runVisibly } from './shell';
import { ensureChromium } from './system';

const MUST_USE = 'tests/e2e/mu-plugins';

async function main(): Promise< void > {
	await build();
	const chromium = await ensureChromium();
	const port = await freePort();
	const sandbox = await startSandbox(
		await freePort(),
		`http://127.0.0.1:${ port }`
	);
	const shop = await startShop( {
		name: 'e2e',
		port,
		sandbox: sandbox.url,
		mustUse: MUST_USE,
	} );
	if ( shop.woocommerce === undefined ) {
		throw new Error(
			'WooCommerce cannot be had. Set WOOCOMMERCE_PATH to an unpacked one.'
		);
	}
	// Its tests change its zones, and switch service points off for all of it.
	const standaloneShop = await startShop( {
		name: 'e2e-standalone',
		port: await freePort(),
		sandbox: sandbox.url,
		mustUse: MUST_USE,
	} );
	const oldShop =
		( await findWooCommerce( WOOCOMMERCE.old ) ) &&
		( await startShop( {
			name: 'e2e-old',
			port: await freePort(),
			sandbox: sandbox.url,
			woocommerce: WOOCOMMERCE.old,
			hpos: 'no',
			mustUse: MUST_USE,
		} ) );
	const officialShop =
		findNeighbour( 'official' ) &&
		( await startShop( {
			name: 'e2e-official',
			port: await freePort(),
			sandbox: sandbox.url,
			beside: 'official',
		} ) );
	const firstOfficialShop =
		findNeighbour( 'official-first' ) &&
		( await startShop( {
			name: 'e2e-official-first',
			port: await freePort(),
			sandbox: sandbox.url,
			beside: 'official-first',
		} ) );
	process.exitCode = await runVisibly(
		'npx',
		[
			...[ 'playwright', 'test' ],
			...[ '--config', 'tests/e2e/playwright.config.ts' ],
			...process.argv.slice( 2 ),
		],
		{
			CHROMIUM_PATH: chromium,
			SANDBOX_URL: sandbox.url,
			SHOP_URL: shop.url,
			SHOP_PATH: shop.folder,
			SHOP_STANDALONE_URL: standaloneShop.url,
			// Empty where that WooCommerce cannot be had.
			SHOP_OLD_URL: oldShop?.url ?? '',
			// Empty where Sendcloud's own plugins cannot be had.
			SHOP_OFFICIAL_URL: officialShop?.url ?? '',
			SHOP_FIRST_OFFICIAL_URL: firstOfficialShop?.url ?? '',
		}
	);
	firstOfficialShop?.stop();
	officialShop?.stop();
	oldShop?.stop();
	standaloneShop.stop();
	shop.stop();
	sandbox.stop();
}

main().catch( ( error: unknown ) => {
	console.error( error instanceof Error ? error.message : error );
	process.exit( 1 );
} );
