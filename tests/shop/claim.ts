/**
 * A shop's folder is one process' at a time: a second run of the same suite gets a shop of its own, `NAME-2`.
 */
import fs from 'node:fs';
import path from 'node:path';
import { WORK } from '../setup/shell';

const isAlive = ( pid: number ): boolean => {
	try {
		return process.kill( pid, 0 );
	} catch {
		return false;
	}
};

export function claim( name: string ): string {
	const folder = path.join( WORK, 'shops' );
	fs.mkdirSync( folder, { recursive: true } );
	for ( let count = 1; ; count++ ) {
		const claimed = count === 1 ? name : `${ name }-${ count }`;
		const file = path.join( folder, `${ claimed }.pid` );
		const owner = fs.existsSync( file )
			? Number( fs.readFileSync( file, 'utf8' ) )
			: 0;
		if ( owner === process.pid || ! isAlive( owner ) ) {
			fs.rmSync( file, { force: true } );
		}
		try {
			fs.writeFileSync( file, String( process.pid ), { flag: 'wx' } );
			process.on( 'exit', () => fs.rmSync( file, { force: true } ) );
			return claimed;
		} catch {
			// Somebody's: the next one.
		}
	}
}
