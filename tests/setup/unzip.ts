/**
 * Just enough of the ZIP format to unpack what WordPress.org and npm serve, so that no machine needs an unzip command.
 */
import fs from 'node:fs';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DEFLATED = 8;

export function unzip( archive: Buffer, folder: string ): void {
	let end = archive.length - 22;
	while ( end >= 0 && archive.readUInt32LE( end ) !== END_OF_DIRECTORY ) {
		end--;
	}
	if ( end < 0 ) {
		throw new Error( 'Not a ZIP archive.' );
	}
	let entry = archive.readUInt32LE( end + 16 );
	for ( let left = archive.readUInt16LE( end + 10 ); left > 0; left-- ) {
		const nameLength = archive.readUInt16LE( entry + 28 );
		const name = archive.toString(
			'utf8',
			entry + 46,
			entry + 46 + nameLength
		);
		const target = path.join( folder, name );
		if ( ! target.startsWith( folder + path.sep ) ) {
			throw new Error( `${ name } leaves the archive.` );
		}
		if ( name.endsWith( '/' ) ) {
			fs.mkdirSync( target, { recursive: true } );
		} else {
			const header = archive.readUInt32LE( entry + 42 );
			const start =
				header +
				30 +
				archive.readUInt16LE( header + 26 ) +
				archive.readUInt16LE( header + 28 );
			const data = archive.subarray(
				start,
				start + archive.readUInt32LE( entry + 20 )
			);
			fs.mkdirSync( path.dirname( target ), { recursive: true } );
			fs.writeFileSync(
				target,
				archive.readUInt16LE( entry + 10 ) === DEFLATED
					? inflateRawSync( data )
					: data
			);
		}
		entry +=
			46 +
			nameLength +
			archive.readUInt16LE( entry + 30 ) +
			archive.readUInt16LE( entry + 32 );
	}
}
