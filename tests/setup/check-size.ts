/**
 * What a checkout page pays for us before the shopper opens the picker: at most 12 kB of JavaScript, gzipped, per checkout, and no
 * script of WordPress that the page does not have anyway. What is loaded on demand is listed for information.
 */
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from './build';
import { ROOT, say } from './shell';

const LIMIT = 12 * 1024;
const FOLDER = path.join( ROOT, 'assets/build' );

/** The scripts each checkout has on its page without us. */
const ON_THE_PAGE: Record< string, string[] > = {
	'checkout-classic': [ 'jquery' ],
	'checkout-block': [
		'react',
		'react-jsx-runtime',
		'wc-blocks-checkout',
		'wc-blocks-checkout-events',
		'wc-blocks-data-store',
		'wp-api-fetch',
		'wp-data',
		'wp-element',
		'wp-i18n',
		'wp-plugins',
	],
};

const size = ( name: string ): number =>
	gzipSync( fs.readFileSync( path.join( FOLDER, name ) ), { level: 9 } )
		.length;

const row = ( name: string, bytes: number, verdict = '' ): void =>
	say(
		`${ name.padEnd( 34 ) }${ ( bytes / 1024 )
			.toFixed( 1 )
			.padStart( 8 ) } kB  ${ verdict }`
	);

function dependencies( entry: string ): string[] {
	const asset = fs.readFileSync(
		path.join( FOLDER, `${ entry }.asset.php` ),
		'utf8'
	);
	const list = /'dependencies' => array\(([^)]*)\)/.exec( asset )?.[ 1 ];
	if ( list === undefined ) {
		throw new Error( `${ entry }.asset.php names no dependencies.` );
	}
	return [ ...list.matchAll( /'([^']+)'/g ) ].map(
		( [ , handle ] ) => handle ?? ''
	);
}

function check( entry: string, allowed: string[] ): string[] {
	const bytes = size( `${ entry }.js` );
	const foreign = dependencies( entry ).filter(
		( handle ) => ! allowed.includes( handle )
	);
	const complaints = [
		...( bytes > LIMIT ? [ `more than ${ LIMIT / 1024 } kB` ] : [] ),
		...( foreign.length > 0
			? [ `brings ${ foreign.join( ', ' ) } to the page` ]
			: [] ),
	];
	row( `${ entry }.js`, bytes, complaints.join( '; ' ) || 'ok' );
	return complaints;
}

async function main(): Promise< void > {
	await build();
	say( 'On the page' );
	const complaints = Object.entries( ON_THE_PAGE ).flatMap(
		( [ entry, allowed ] ) => check( entry, allowed )
	);

	say( 'On demand' );
	const isLazy = ( name: string ): boolean =>
		name.endsWith( '.js' ) &&
		( name === 'picker.js' ||
			! fs.existsSync(
				path.join( FOLDER, name.replace( /\.js$/, '.asset.php' ) )
			) );
	fs.readdirSync( FOLDER )
		.filter( isLazy )
		.forEach( ( name ) => row( name, size( name ) ) );

	process.exitCode = complaints.length > 0 ? 1 : 0;
}

main().catch( ( error: unknown ) => {
	console.error( error instanceof Error ? error.message : error );
	process.exit( 1 );
} );
