/**
 * Playwright against real shops: npm run test:e2e -- [--quick] [Playwright's own options]
 */
import { findNeighbour, findWooCommerce, WOOCOMMERCE } from '../shop/sources';
import type { ShopOptions } from '../shop/assemble';
import { startSandbox, startShop } from '../shop/start';
import { isContractKept } from './contract';
import { freePort, runVisibly } from './shell';
import { ensureChromium } from './system';

const MUST_USE = 'tests/e2e/mu-plugins';

/** The shops beside the main one, by the variable that tells the tests their address. */
const OTHERS: Record< string, Omit< ShopOptions, 'port' > > = {
	SHOP_OLD_URL: {
		name: 'e2e-old',
		woocommerce: WOOCOMMERCE.old,
		hpos: 'no',
		mustUse: MUST_USE,
	},
	SHOP_OFFICIAL_URL: { name: 'e2e-official', beside: 'official' },
	SHOP_FIRST_OFFICIAL_URL: {
		name: 'e2e-official-first',
		beside: 'official-first',
	},
	SHOP_SUBSCRIPTIONS_URL: {
		name: 'e2e-subscriptions',
		beside: 'subscriptions',
		mustUse: MUST_USE,
	},
};

/** Left out of a quick run, as the shops above are: what shops of another age or beside another plugin show, and what waits for outages. */
const NOT_QUICK =
	/(companion|connection|conversion|faults|old-shop|subscriptions)\.spec/;

interface Other {
	variable: string;
	/** Empty where what the shop needs cannot be had. */
	url: string;
	stop?: () => void;
}

async function startOthers( sandbox: string ): Promise< Other[] > {
	const started: Other[] = [];
	for ( const [ variable, options ] of Object.entries( OTHERS ) ) {
		const { woocommerce, beside } = options;
		const canStart =
			( await findWooCommerce( woocommerce ) ) &&
			( beside === undefined || findNeighbour( beside ) );
		started.push( {
			variable,
			...( canStart
				? await startShop( {
						...options,
						port: await freePort(),
						sandbox,
					} )
				: { url: '' } ),
		} );
	}
	return started;
}

async function main(): Promise< void > {
	const isQuick = process.argv.includes( '--quick' );
	const chromium = await ensureChromium();
	const port = await freePort();
	const sandbox = await startSandbox( await freePort(), {
		shopUrl: `http://127.0.0.1:${ port }`,
		isJudged: true,
	} );
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
	// Its tests change its zones and switch service points off for all of it; it sends orders, and what arrives is counted.
	const standaloneSandbox = await startSandbox( await freePort(), {
		isJudged: true,
	} );
	const standaloneShop = await startShop( {
		name: 'e2e-standalone',
		port: await freePort(),
		sandbox: standaloneSandbox.url,
		mustUse: MUST_USE,
	} );
	const others = isQuick ? [] : await startOthers( sandbox.url );
	const code = await runVisibly(
		'npx',
		[
			...[ 'playwright', 'test' ],
			...[ '--config', 'tests/e2e/playwright.config.ts' ],
			...( isQuick ? [ '--grep-invert', NOT_QUICK.source ] : [] ),
			...process.argv.slice( 2 ).filter( ( arg ) => arg !== '--quick' ),
		],
		{
			CHROMIUM_PATH: chromium,
			SANDBOX_URL: sandbox.url,
			SANDBOX_STANDALONE_URL: standaloneSandbox.url,
			SHOP_STANDALONE_URL: standaloneShop.url,
			SHOP_URL: shop.url,
			SHOP_PATH: shop.folder,
			...Object.fromEntries(
				others.map( ( { variable, url } ) => [ variable, url ] )
			),
		}
	);
	const kept = [
		await isContractKept( sandbox.url ),
		await isContractKept( standaloneSandbox.url ),
	];
	process.exitCode = kept.includes( false ) ? 1 : code;
	others.forEach( ( { stop } ) => stop?.() );
	standaloneShop.stop();
	standaloneSandbox.stop();
	shop.stop();
	sandbox.stop();
}

main().catch( ( error: unknown ) => {
	console.error( error instanceof Error ? error.message : error );
	process.exit( 1 );
} );
