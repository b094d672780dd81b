/**
 * PHPUnit inside real shops: the newest and the oldest WooCommerce, with orders in their own tables and in posts.
 *
 * npm run test:integration -- [--quick] [--woocommerce 10.9.1] [--hpos yes|no] [--beside official|official-first|subscriptions] [PHPUnit's own options]
 *
 * Quick is one cell, the one that most shops are, without the tests of minutes.
 */
import fs from 'node:fs';
import path from 'node:path';
import { assembleShop } from '../shop/assemble';
import {
	findNeighbour,
	findWooCommerce,
	type Neighbour,
	neighbour,
	NEIGHBOURS,
	WOOCOMMERCE,
} from '../shop/sources';
import { startSandbox } from '../shop/start';
import { isContractKept } from './contract';
import { attempt, freePort, inPairs, ROOT, say } from './shell';
import { reportFile } from './reports';
import { ensureVendor } from './system';

interface Cell {
	woocommerce: string;
	hpos: 'yes' | 'no';
	isQuick?: boolean;
	/** Beside another plugin: only the tests about it. */
	beside?: Neighbour;
}

const NAMES = Object.keys( NEIGHBOURS ) as Neighbour[];

const QUICK: Cell = {
	woocommerce: WOOCOMMERCE.current,
	hpos: 'yes',
	isQuick: true,
};

const MATRIX: Cell[] = [
	...Object.values( WOOCOMMERCE ).flatMap( ( woocommerce ) =>
		( [ 'yes', 'no' ] as const ).map( ( hpos ) => ( {
			woocommerce,
			hpos,
		} ) )
	),
	...NAMES.map( ( beside ) => ( {
		woocommerce: WOOCOMMERCE.current,
		hpos: 'yes' as const,
		beside,
	} ) ),
];

/** Takes `--name value` out of the arguments; what is left is PHPUnit's. */
function takeOption( args: string[], name: string ): string | undefined {
	const index = args.indexOf( `--${ name }` );
	return index < 0 ? undefined : args.splice( index, 2 )[ 1 ];
}

/** The tests of minutes run in the newest WooCommerce, with either storage of orders: what they are about is ours. */
function groups( { beside, woocommerce, isQuick }: Cell ): string[] {
	if ( beside ) {
		return [ '--group', `beside-${ beside }` ];
	}
	return [
		'--exclude-group',
		[
			...NAMES.map( ( name ) => `beside-${ name }` ),
			...( isQuick || woocommerce !== WOOCOMMERCE.current
				? [ 'slow' ]
				: [] ),
		].join( ',' ),
	];
}

async function runCell( cell: Cell, args: string[] ): Promise< boolean > {
	const name = `integration-${ cell.woocommerce }-${
		cell.beside ? `beside-${ cell.beside }` : `hpos-${ cell.hpos }`
	}`;
	const sandbox = await startSandbox( await freePort(), {
		isJudged: true,
	} );
	try {
		const shop = await assembleShop( {
			name,
			port: await freePort(),
			sandbox: sandbox.url,
			...cell,
		} );
		const { code, text } = await attempt(
			'php',
			[
				...[ '-d', 'memory_limit=1G' ],
				path.join( ROOT, 'vendor/bin/phpunit' ),
				...[ '--testsuite', 'integration' ],
				...[ '--log-junit', reportFile( `${ name }.xml` ) ],
				'--do-not-cache-result',
				...groups( cell ),
				...args,
			],
			{ env: { SHOP_PATH: shop.folder, SANDBOX_URL: sandbox.url } }
		);
		say(
			`— WooCommerce ${ cell.woocommerce }, HPOS ${ cell.hpos }${
				cell.beside
					? `, beside ${ NEIGHBOURS[ cell.beside ].plugin }`
					: ''
			}\n${ text }`
		);
		const log = path.join( shop.folder, 'wp-content/debug.log' );
		if ( code !== 0 && fs.existsSync( log ) ) {
			// WordPress answers a fatal error with a page that does not name it.
			say( fs.readFileSync( log, 'utf8' ).slice( -5000 ) );
		}
		return ( await isContractKept( sandbox.url ) ) && code === 0;
	} finally {
		sandbox.stop();
	}
}

async function main(): Promise< void > {
	const isQuick = process.argv.includes( '--quick' );
	const args = process.argv.slice( 2 ).filter( ( arg ) => arg !== '--quick' );
	const woocommerce = takeOption( args, 'woocommerce' );
	const hpos = takeOption( args, 'hpos' );
	const beside = neighbour( takeOption( args, 'beside' ) );
	const isNamed = woocommerce !== undefined || hpos !== undefined;
	const cells = ( isQuick ? [ QUICK ] : MATRIX ).filter(
		( cell ) =>
			( woocommerce ?? cell.woocommerce ) === cell.woocommerce &&
			( hpos ?? cell.hpos ) === cell.hpos &&
			( beside === undefined
				? ! ( isNamed && cell.beside )
				: cell.beside === beside )
	);
	if ( cells.length === 0 ) {
		throw new Error( 'No such cell in the matrix.' );
	}
	await ensureVendor();
	let ran = 0;
	let failed = 0;
	await inPairs( cells, async ( cell ) => {
		if ( ( await findWooCommerce( cell.woocommerce ) ) === undefined ) {
			say(
				`— WooCommerce ${ cell.woocommerce } cannot be had: HPOS ${ cell.hpos } not run.`
			);
			return;
		}
		if ( cell.beside && ! findNeighbour( cell.beside ) ) {
			const { plugin, variable } = NEIGHBOURS[ cell.beside ];
			say(
				`— The plugin ${ plugin } cannot be had (${ variable }): the tests beside it not run.`
			);
			return;
		}
		ran++;
		const isPassed = await runCell( cell, args );
		failed += isPassed ? 0 : 1;
	} );
	process.exit( failed === 0 && ran > 0 ? 0 : 1 );
}

main().catch( ( error: unknown ) => {
	console.error( error instanceof Error ? error.message : error );
	process.exit( 1 );
} );
