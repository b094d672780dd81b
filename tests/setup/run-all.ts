/**
 * npm test: installs what is missing, builds, runs every suite, and counts. The last line is the result.
 *
 * With --all in every WooCommerce, beside every other plugin and with the slow tests; without, the lines above the last say what is
 * left out.
 */
import fs from 'node:fs';
import path from 'node:path';
import {
	findNeighbour,
	findWooCommerce,
	type Neighbour,
	NEIGHBOURS,
	WOOCOMMERCE,
} from '../shop/sources';
import { findDocuments } from '../sandbox/contract/documents';
import { build } from './build';
import { add, type Counts, NONE } from './reports';
import { attempt, inPairs, say, WORK } from './shell';
import { type Suite, SUITES } from './suites';
import { ensureChromium, ensureVendor } from './system';

const LOGS = path.join( WORK, 'logs' );
const IS_ALL = process.argv.includes( '--all' );

const line = (
	name: string,
	{ passed, failed, skipped }: Counts,
	seconds: number
): string =>
	[
		failed > 0 ? '✗' : '✓',
		name.padEnd( 18 ),
		`${ passed } passed,`.padStart( 14 ),
		`${ failed } failed,`.padStart( 12 ),
		`${ skipped } skipped`.padStart( 12 ),
		`${ seconds.toFixed( 0 ) } s`.padStart( 8 ),
	].join( ' ' );

function judge( suite: Suite, code: number, output: string ): Counts {
	if ( suite.count === undefined ) {
		return {
			...NONE,
			passed: code === 0 ? 1 : 0,
			failed: code === 0 ? 0 : 1,
		};
	}
	try {
		const counts = suite.count( output );
		// A crash, or a suite that found no tests, is not a success.
		const isBroken =
			( code !== 0 && counts.failed === 0 ) ||
			( code === 0 && counts.passed === 0 );
		return isBroken ? { ...counts, failed: 1 } : counts;
	} catch {
		return { ...NONE, failed: 1 };
	}
}

async function runSuite( suite: Suite ): Promise< Counts > {
	for ( const report of suite.reports ?? [] ) {
		fs.rmSync( report, { force: true } );
	}
	const start = Date.now();
	const { code, text } = await attempt(
		'npm',
		[
			...[ 'run', '--silent', suite.name, '--' ],
			...( suite.leftOut && ! IS_ALL ? [ '--quick' ] : [] ),
			...( suite.args ?? [] ),
		],
		{
			env: suite.env ?? {},
			log: path.join( LOGS, `${ suite.name.replace( ':', '-' ) }.log` ),
		}
	);
	const counts = judge( suite, code, text );
	say( line( suite.name, counts, ( Date.now() - start ) / 1000 ) );
	if ( counts.failed > 0 ) {
		say( text );
	}
	return counts;
}

/** Two at a time, in order; suites that want the machine for themselves come after. */
async function runAll( suites: Suite[] ): Promise< Counts > {
	let total = NONE;
	const work = async ( suite: Suite ): Promise< void > => {
		const counts = await runSuite( suite );
		total = add( total, counts );
	};
	await inPairs(
		suites.filter( ( suite ) => ! suite.isAlone ),
		work
	);
	for ( const suite of suites.filter( ( { isAlone } ) => isAlone ) ) {
		await work( suite );
	}
	return total;
}

const WANTED = IS_ALL ? Object.values( WOOCOMMERCE ) : [ WOOCOMMERCE.current ];

async function missingWooCommerce(): Promise< string[] > {
	const found = await Promise.all( WANTED.map( findWooCommerce ) );
	return WANTED.filter( ( _, index ) => found[ index ] === undefined );
}

function sayWhatIsLeftOut( ran: Suite[] ): void {
	if ( IS_ALL ) {
		for ( const name of Object.keys( NEIGHBOURS ) as Neighbour[] ) {
			if ( findNeighbour( name ) === undefined ) {
				const { plugin, variable } = NEIGHBOURS[ name ];
				say(
					`Skipped: the tests beside the plugin ${ plugin }, which neither ${ variable } nor the cache has.`
				);
			}
		}
		return;
	}
	say( 'The short run. `npm test -- --all` has what it leaves out:' );
	for ( const { name, leftOut } of ran ) {
		if ( leftOut !== undefined ) {
			say( `  ${ name }: ${ leftOut }.` );
		}
	}
}

async function main(): Promise< void > {
	fs.mkdirSync( LOGS, { recursive: true } );
	await ensureVendor();
	await ensureChromium();
	await build();

	const missing = await missingWooCommerce();
	const isWithout = missing.length === WANTED.length;
	const hasDocuments = findDocuments().length > 0;
	const skipped = SUITES.filter(
		( suite ) =>
			( suite.needsWooCommerce && isWithout ) ||
			( suite.needsDocuments && ! hasDocuments )
	);
	const suites = SUITES.filter( ( suite ) => ! skipped.includes( suite ) );
	const counts = await runAll( suites );

	say( '' );
	if ( missing.length > 0 ) {
		if ( process.env[ 'CI' ] ) {
			say( '!'.repeat( 72 ) );
		}
		say(
			`WooCommerce ${ missing.join(
				' and '
			) } cannot be had here: wordpress.org is out of reach and neither WOOCOMMERCE_PATH nor the cache has it.`
		);
	}
	for ( const suite of skipped ) {
		say(
			`Skipped: ${ suite.name }, for want of ${
				suite.needsDocuments
					? 'Sendcloud’s OpenAPI documents (SENDCLOUD_OPENAPI_PATH); nor is anything that the other suites send to Sendcloud judged by them'
					: 'WooCommerce'
			}.`
		);
	}
	sayWhatIsLeftOut( suites );
	const total = add( counts, { ...NONE, skipped: skipped.length } );
	say(
		`${ total.passed } passed, ${ total.failed } failed, ${ total.skipped } skipped`
	);
	process.exit( total.failed > 0 ? 1 : 0 );
}

main().catch( ( error: unknown ) => {
	console.error( error instanceof Error ? error.message : error );
	say( '0 passed, 1 failed, 0 skipped' );
	process.exit( 1 );
} );
