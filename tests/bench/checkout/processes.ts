/**
 * The benchmark's own servers: child processes that end with us, however we end, and never the machine's services.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { attempt, run, say, which } from '../../setup/shell';

const POLICY = '/usr/sbin/policy-rc.d';

const children = new Set< ChildProcess >();

function kill( child: ChildProcess ): void {
	children.delete( child );
	try {
		// With its workers, and at once: nobody needs its data again.
		process.kill( -( child.pid ?? 0 ), 'SIGKILL' );
	} catch {
		// Gone already.
	}
}

/** However we end: the caller sees to it. */
export function killAll(): void {
	children.forEach( kill );
}

const answers = ( port: number ): Promise< boolean > =>
	new Promise( ( resolve ) => {
		const socket = connect( port, '127.0.0.1' );
		socket.once( 'connect', () => resolve( true ) );
		socket.once( 'error', () => resolve( false ) );
		socket.once( 'close', () => socket.destroy() );
		socket.once( 'connect', () => socket.end() );
	} );

/** Starts a program in the foreground of a group of its own, and waits until its port answers. */
export async function start(
	folder: string,
	port: number,
	command: string,
	args: string[]
): Promise< void > {
	const file = path.join( folder, `${ path.basename( command ) }.log` );
	const log = fs.openSync( file, 'w' );
	const child = spawn( command, args, {
		detached: true,
		stdio: [ 'ignore', log, log ],
	} );
	fs.closeSync( log );
	children.add( child );
	let hasEnded = false;
	for ( const event of [ 'error', 'exit' ] as const ) {
		child.once( event, () => ( hasEnded = true ) );
	}
	const end = Date.now() + 60_000;
	while ( ! ( await answers( port ) ) ) {
		if ( hasEnded || Date.now() > end ) {
			kill( child );
			throw new Error(
				`${ command } does not run:\n${ fs.readFileSync( file, 'utf8' ).slice( -2000 ) }`
			);
		}
		await new Promise( ( next ) => setTimeout( next, 100 ) );
	}
}

/** Where Debian keeps servers, also from who is not root. */
export const program = ( name: string ): string | undefined =>
	which( name ) ?? [ `/usr/sbin/${ name }` ].find( fs.existsSync );

/** Debian's packages, none of whose services is started. */
export async function install( packages: string[] ): Promise< void > {
	const command = `apt-get install -y --no-install-recommends ${ packages.join( ' ' ) }`;
	if ( process.getuid?.() !== 0 || which( 'apt-get' ) === undefined ) {
		throw new Error( `Missing on this machine. Type: sudo ${ command }` );
	}
	say( `Installing ${ packages.join( ', ' ) } …` );
	const env = { DEBIAN_FRONTEND: 'noninteractive' };
	const isOurs = ! fs.existsSync( POLICY );
	if ( isOurs ) {
		fs.writeFileSync( POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 } );
	}
	try {
		await attempt( 'apt-get', [ 'update' ], { env } );
		await run( 'apt-get', command.split( ' ' ).slice( 1 ), { env } );
	} finally {
		if ( isOurs ) {
			fs.rmSync( POLICY );
		}
	}
}
