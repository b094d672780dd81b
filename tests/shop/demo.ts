/**
 * npm run demo: a shop to click through, with Sendcloud's part played by the sandbox. Ctrl-C stops all of it.
 */
import { freePort, say } from '../setup/shell';
import { hasPhp } from '../setup/system';
import { startPlaygroundShop } from './playground';
import { startSandbox, startShop } from './start';

async function main(): Promise< void > {
	const port = await freePort( 8888 );
	const sandbox = await startSandbox(
		await freePort( Math.max( port + 1, 8889 ) ),
		{ shopUrl: `http://127.0.0.1:${ port }` }
	);
	const isNative = await hasPhp();
	if ( ! isNative ) {
		say(
			'No PHP with SQLite on this machine: using WordPress Playground, which is slower.'
		);
	}
	say( 'Putting the shop together …' );
	const start = isNative ? startShop : startPlaygroundShop;
	const shop = await start( { name: 'demo', port, sandbox: sandbox.url } );

	const hasShop = shop.woocommerce !== undefined;
	const addresses: Array< [ string, string, string? ] > = hasShop
		? [
				[ 'Shop', '/shop/' ],
				[ 'Block checkout', '/checkout/', 'put something in the cart' ],
				[ 'Classic checkout', '/checkout-classic/' ],
				[ 'Customer account', '/my-account/', 'customer / password' ],
				[ 'Find a service point', '/service-points/' ],
				[ 'WordPress admin', '/wp-admin/', 'admin / password' ],
			]
		: [
				[ 'Find a service point', '/service-points/' ],
				[ 'WordPress admin', '/wp-admin/', 'admin / password' ],
			];
	say( '' );
	if ( ! hasShop ) {
		say(
			'WooCommerce cannot be had here (set WOOCOMMERCE_PATH): WordPress with the locator block only.'
		);
	}
	for ( const [ label, place, note ] of addresses ) {
		say(
			`  ${ label.padEnd( 22 ) }${ shop.url }${ place }${
				note ? `   (${ note })` : ''
			}`
		);
	}
	say( `  ${ 'Sendcloud panel'.padEnd( 22 ) }${ sandbox.url }/panel` );
	say( '' );
	say(
		`  WordPress ${ shop.wordpress }, WooCommerce ${
			shop.woocommerce ?? 'none'
		}. Ctrl-C stops everything; the next start is a fresh shop.`
	);
	setInterval( () => undefined, 60_000 );
}

main().catch( ( error: unknown ) => {
	console.error( error instanceof Error ? error.message : error );
	process.exit( 1 );
} );
