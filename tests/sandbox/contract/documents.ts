/**
 * Where Sendcloud's own OpenAPI documents are. They are not ours to hand on, so the repository does not hold them: they are looked for
 * beside it, or where SENDCLOUD_OPENAPI_PATH says.
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const BESIDE = fileURLToPath(
	new URL( '../../../../shared/openapi', import.meta.url )
);

/** The documents' files; none where they are not at hand. */
export function findDocuments(): string[] {
	const given = process.env[ 'SENDCLOUD_OPENAPI_PATH' ];
	const folder = given ? path.resolve( given ) : BESIDE;
	const files = fs.existsSync( folder )
		? fs
				.readdirSync( folder )
				.filter( ( name ) => /\.ya?ml$/.test( name ) )
				.map( ( name ) => path.join( folder, name ) )
		: [];
	if ( given && files.length === 0 ) {
		throw new Error(
			`SENDCLOUD_OPENAPI_PATH (${ given }) holds no OpenAPI documents.`
		);
	}
	return files;
}
