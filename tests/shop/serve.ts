/**
 * One shop in the foreground:
 * npm run shop -- --name NAME --port N [--woocommerce 10.9.1] [--hpos yes|no] [--sandbox http://127.0.0.1:8889]
 *     [--beside official|official-first|subscriptions] [--must-use tests/e2e/mu-plugins]
 */
import { parseArgs } from 'node:util';
import { freePort, say } from '../setup/shell';
import { neighbour } from './sources';
import { startShop } from './start';

async function main(): Promise< void > {
	const { values } = parseArgs( {
		options: {
			name: { type: 'string', default: 'work' },
			port: { type: 'string' },
			woocommerce: { type: 'string' },
			hpos: { type: 'string', default: 'yes' },
			sandbox: { type: 'string' },
			beside: { type: 'string' },
			'must-use': { type: 'string' },
		},
	} );
	const shop = await startShop( {
		name: values.name,
		port: values.port ? Number( values.port ) : await freePort( 8888 ),
		woocommerce: values.woocommerce,
		hpos: values.hpos === 'no' ? 'no' : 'yes',
		sandbox: values.sandbox,
		beside: neighbour( values.beside ),
		mustUse: values[ 'must-use' ],
	} );
	say(
		`WordPress ${ shop.wordpress }, WooCommerce ${
			shop.woocommerce ?? 'none'
		}: ${ shop.url }`
	);
	setInterval( () => undefined, 60_000 );
}

main().catch( ( error: unknown ) => {
	console.error( error instanceof Error ? error.message : error );
	process.exit( 1 );
} );
