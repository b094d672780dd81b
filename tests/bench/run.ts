/**
 * What the plugin costs shoppers: npm run bench -- checkout, see checkout/run.ts.
 * Ten thousand orders: npm run bench -- [--hpos yes|no] [--orders 10000] [--port 9100]
 *
 * Orders: with DB_HOST in a database server, as tests/shop does. Rewrites docs/benchmark.md.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runNativePhp } from '../shop/assemble';
import { startSandbox, startShop } from '../shop/start';
import { freePort, ROOT, run, runVisibly, say } from '../setup/shell';
import { ensurePhp } from '../setup/system';
import { benchCheckout } from './checkout/run';
import type { Results } from './figures';
import { measure } from './measure';
import { report } from './report';

const HERE = path.join( ROOT, 'tests/bench' );

async function runCell(
	hpos: 'yes' | 'no',
	orders: number,
	wanted: number
): Promise< { database: string; results: Results } > {
	const sandbox = await startSandbox( await freePort( wanted ) );
	const shop = await startShop( {
		name: `bench-hpos-${ hpos }`,
		port: await freePort( wanted ),
		hpos,
		sandbox: sandbox.url,
		mustUse: path.join( HERE, 'must-use' ),
	} );
	try {
		say( `HPOS ${ hpos }` );
		const code = await runVisibly( 'php', [
			...[ '-d', 'memory_limit=512M' ],
			path.join( HERE, 'orders.php' ),
			shop.folder,
			String( orders ),
		] );
		if ( code !== 0 ) {
			throw new Error( 'The orders could not be made.' );
		}
		const results = await measure( shop, hpos, orders );
		const database = await runNativePhp(
			[ path.join( HERE, 'database.php' ), shop.folder ],
			shop.folder
		);
		return { database: database.trim(), results };
	} finally {
		shop.stop();
		sandbox.stop();
	}
}

async function benchOrders( args: string[] ): Promise< void > {
	const { values } = parseArgs( {
		args,
		options: {
			hpos: { type: 'string' },
			orders: { type: 'string', default: '10000' },
			port: { type: 'string', default: '9100' },
		},
	} );
	await ensurePhp();
	const results: Results[] = [];
	let database = '';
	for ( const hpos of [ 'yes', 'no' ] as const ) {
		if ( ( values.hpos ?? hpos ) === hpos ) {
			const cell = await runCell(
				hpos,
				Number( values.orders ),
				Number( values.port )
			);
			results.push( cell.results );
			database = cell.database;
		}
	}
	const php = await run( 'php', [ '-r', 'echo PHP_VERSION;' ] );
	say( `\n${ report( database, php, results ) }` );
}

const [ name = '', ...rest ] = process.argv.slice( 2 );

( name === 'checkout'
	? benchCheckout( rest )
	: benchOrders( process.argv.slice( 2 ) )
).then(
	() => process.exit(),
	( error: unknown ) => {
		console.error( error instanceof Error ? error.message : error );
		process.exit( 1 );
	}
);
