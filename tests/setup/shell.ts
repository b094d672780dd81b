/**
 * What every script here needs of the machine: processes, ports, downloads, files.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(
	path.dirname( fileURLToPath( import.meta.url ) ),
	'../..'
);
export const WORK = path.join( ROOT, 'tests/.work' );
export const CACHE = path.join(
	os.homedir(),
	'.cache/sendcloud-service-points'
);

export type Environment = Record< string, string | undefined >;

export interface Output {
	code: number;
	text: string;
}

export const say = ( line: string ): void => console.log( line );

export const which = ( command: string ): string | undefined =>
	( process.env[ 'PATH' ] ?? '' )
		.split( path.delimiter )
		.map( ( folder ) => path.join( folder, command ) )
		.find( ( file ) => fs.existsSync( file ) );

interface RunOptions {
	cwd?: string;
	env?: Environment;
	/** Follow the output in this file too. */
	log?: string;
}

/**
 * Runs a command to its end; the exit code is for the caller to judge.
 */
export function attempt(
	command: string,
	args: string[],
	{ cwd = ROOT, env = {}, log }: RunOptions = {}
): Promise< Output > {
	return new Promise( ( resolve ) => {
		const child = spawn( command, args, {
			cwd,
			env: { ...process.env, ...env },
			stdio: [ 'ignore', 'pipe', 'pipe' ],
		} );
		const chunks: Buffer[] = [];
		const file = log === undefined ? undefined : fs.openSync( log, 'w' );
		const keep = ( chunk: Buffer ): void => {
			chunks.push( chunk );
			if ( file !== undefined ) {
				fs.writeSync( file, chunk );
			}
		};
		child.stdout.on( 'data', keep );
		child.stderr.on( 'data', keep );
		child.on( 'error', ( error ) => keep( Buffer.from( error.message ) ) );
		child.on( 'close', ( code ) => {
			if ( file !== undefined ) {
				fs.closeSync( file );
			}
			resolve( {
				code: code ?? 1,
				text: Buffer.concat( chunks ).toString(),
			} );
		} );
	} );
}

/**
 * Runs a command that has to succeed, and answers what it printed.
 */
export async function run(
	command: string,
	args: string[],
	options: RunOptions = {}
): Promise< string > {
	const { code, text } = await attempt( command, args, options );
	if ( code !== 0 ) {
		throw new Error(
			`${ command } ${ args.join( ' ' ) } failed (${ code }):\n${ text }`
		);
	}
	return text;
}

/**
 * Runs a command on our own terminal, while our own servers' timers go on.
 */
export const runVisibly = (
	command: string,
	args: string[],
	env: Environment = {}
): Promise< number > =>
	new Promise( ( resolve, reject ) => {
		spawn( command, args, {
			cwd: ROOT,
			env: { ...process.env, ...env },
			stdio: 'inherit',
		} )
			.on( 'error', reject )
			.on( 'close', ( code ) => resolve( code ?? 1 ) );
	} );

/**
 * Works through a list, two items at a time and in order: what two cores do well.
 */
export async function inPairs< Item >(
	items: Item[],
	work: ( item: Item ) => Promise< void >
): Promise< void > {
	const queue = [ ...items ];
	const lane = async (): Promise< void > => {
		for (
			let item = queue.shift();
			item !== undefined;
			item = queue.shift()
		) {
			await work( item );
		}
	};
	await Promise.all( [ lane(), lane() ] );
}

const listen = ( port: number ): Promise< number | undefined > =>
	new Promise( ( resolve ) => {
		const server = createServer();
		server.once( 'error', () => resolve( undefined ) );
		server.listen( port, '127.0.0.1', () => {
			const address = server.address();
			server.close( () =>
				resolve(
					typeof address === 'object' ? address?.port : undefined
				)
			);
		} );
	} );

/**
 * The wanted port, or the next one free. Without a wish, one that the system picks.
 */
export async function freePort( wanted: number = 0 ): Promise< number > {
	for ( let port = wanted; port < wanted + 100; port++ ) {
		const free = await listen( port );
		if ( free !== undefined ) {
			return free;
		}
	}
	throw new Error( `No free port from ${ wanted } on.` );
}

/**
 * Waits until an address answers at all, whatever it says.
 */
export async function waitFor( url: string, seconds: number ): Promise< void > {
	const end = Date.now() + seconds * 1000;
	while ( Date.now() < end ) {
		try {
			await fetch( url, {
				redirect: 'manual',
				signal: AbortSignal.timeout( seconds * 1000 ),
			} );
			return;
		} catch {
			await new Promise( ( next ) => setTimeout( next, 100 ) );
		}
	}
	throw new Error( `${ url } did not answer within ${ seconds } seconds.` );
}

/**
 * A download, or nothing where the place is out of reach: the caller has other places to look.
 */
export async function download( url: string ): Promise< Buffer | undefined > {
	const controller = new AbortController();
	const connecting = setTimeout( () => controller.abort(), 5000 );
	try {
		const response = await fetch( url, { signal: controller.signal } );
		clearTimeout( connecting );
		return response.ok
			? Buffer.from( await response.arrayBuffer() )
			: undefined;
	} catch {
		return undefined;
	} finally {
		clearTimeout( connecting );
	}
}

/**
 * Fills a folder beside its final place and moves it there: nobody ever sees half of it, nor two of us filling it.
 */
export async function fillFolder(
	target: string,
	fill: ( folder: string ) => Promise< void > | void
): Promise< string > {
	if ( fs.existsSync( target ) ) {
		return target;
	}
	fs.mkdirSync( path.dirname( target ), { recursive: true } );
	const folder = fs.mkdtempSync( `${ target }.part-` );
	try {
		await fill( folder );
		if ( ! fs.existsSync( target ) ) {
			fs.renameSync( folder, target );
		}
	} finally {
		fs.rmSync( folder, { recursive: true, force: true } );
	}
	return target;
}

/**
 * Copies a tree of files that nobody will write to: hard links where the disk allows them, copies elsewhere.
 */
export function linkTree(
	from: string,
	to: string,
	skip: ( file: string ) => boolean = () => false
): void {
	fs.mkdirSync( to, { recursive: true } );
	for ( const entry of fs.readdirSync( from, { withFileTypes: true } ) ) {
		const source = path.join( from, entry.name );
		const target = path.join( to, entry.name );
		if ( skip( source ) ) {
			continue;
		}
		if ( fs.statSync( source ).isDirectory() ) {
			linkTree( source, target, skip );
			continue;
		}
		try {
			fs.linkSync( fs.realpathSync( source ), target );
		} catch {
			fs.copyFileSync( source, target );
		}
	}
}
