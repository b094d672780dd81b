/**
 * Builds the assets, unless they are those of these very sources.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { attempt, ROOT, say } from './shell';

/** Inside webpack's output: a build by hand wipes it, and so is never mistaken for ours. */
const STAMP = path.join( ROOT, 'assets/build/.sources' );
const SOURCES = [
	'src',
	'assets/images',
	'webpack.config.js',
	'package.json',
	'package-lock.json',
];

function files( entry: string ): string[] {
	return fs.statSync( entry ).isDirectory()
		? fs
				.readdirSync( entry )
				.sort()
				.flatMap( ( name ) => files( path.join( entry, name ) ) )
		: [ entry ];
}

function fingerprint(): string {
	const hash = createHash( 'sha256' );
	for ( const file of SOURCES.flatMap( ( name ) =>
		files( path.join( ROOT, name ) )
	) ) {
		hash.update( file ).update( fs.readFileSync( file ) );
	}
	return hash.digest( 'hex' );
}

async function buildIfChanged(): Promise< void > {
	const wanted = fingerprint();
	if (
		fs.existsSync( STAMP ) &&
		fs.readFileSync( STAMP, 'utf8' ) === wanted
	) {
		return;
	}
	say( 'Building the assets …' );
	const { code, text } = await attempt( 'npm', [ 'run', 'build' ] );
	if ( code !== 0 ) {
		throw new Error( `The build failed:\n${ text }` );
	}
	fs.writeFileSync( STAMP, wanted );
}

let building: Promise< void > | undefined;

/** Once, however many shops are put together at a time. */
export const build = (): Promise< void > => ( building ??= buildIfChanged() );
