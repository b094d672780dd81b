/**
 * Where WordPress, WooCommerce and the SQLite drop-in come from. Found once, then kept in the cache.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { CACHE, download, fillFolder, run, say } from '../setup/shell';
import { hasDebianArchive, unpackDebianWordPress } from './debian';

export const WOOCOMMERCE = { current: '10.9.1', old: '9.9.5' } as const;

/** Plugins that tests run beside ours: Sendcloud's own, of two generations, and those whose orders we have to keep up with. */
export const NEIGHBOURS = {
	official: {
		plugin: 'sendcloud-connected-shipping',
		cache: 'official-plugin',
		variable: 'OFFICIAL_PLUGIN_PATH',
	},
	'official-first': {
		plugin: 'sendcloud-shipping',
		cache: 'official-v1',
		variable: 'OFFICIAL_V1_PATH',
	},
	subscriptions: {
		plugin: 'woocommerce-subscriptions',
		cache: 'subscriptions',
		variable: 'SUBSCRIPTIONS_PATH',
	},
} as const;

export type Neighbour = keyof typeof NEIGHBOURS;

const isNeighbour = ( name: string ): name is Neighbour => name in NEIGHBOURS;

/** What the option --beside says, where it is given. */
export function neighbour( option: string | undefined ): Neighbour | undefined {
	if ( option === undefined || isNeighbour( option ) ) {
		return option;
	}
	throw new Error(
		`--beside takes one of: ${ Object.keys( NEIGHBOURS ).join( ', ' ) }.`
	);
}

export interface Source {
	version: string;
	folder: string;
}

const readVersion = ( file: string, pattern: RegExp ): string | undefined =>
	fs.existsSync( file )
		? pattern.exec( fs.readFileSync( file, 'utf8' ) )?.[ 1 ]
		: undefined;

function wordPressIn( folder: string ): Source | undefined {
	const version = readVersion(
		path.join( folder, 'wp-includes/version.php' ),
		/\$wp_version = '([^']+)'/
	);
	return version === undefined ? undefined : { version, folder };
}

function pluginIn( plugin: string, folder: string ): Source | undefined {
	const version = readVersion(
		path.join( folder, `${ plugin }.php` ),
		/^ \* Version: (\S+)/m
	);
	return version === undefined ? undefined : { version, folder };
}

const wooCommerceIn = ( folder: string ): Source | undefined =>
	pluginIn( 'woocommerce', folder );

function unzip( archive: Buffer, folder: string ): void {
	for ( const [ name, data ] of Object.entries( unzipSync( archive ) ) ) {
		const target = path.join( folder, name );
		if ( ! target.startsWith( folder + path.sep ) ) {
			throw new Error( `${ name } leaves the archive.` );
		}
		const isFolder = name.endsWith( '/' );
		fs.mkdirSync( isFolder ? target : path.dirname( target ), {
			recursive: true,
		} );
		if ( ! isFolder ) {
			fs.writeFileSync( target, data );
		}
	}
}

const newestFirst = ( a: Source, b: Source ): number =>
	b.version.localeCompare( a.version, 'en', { numeric: true } );

function cached(
	name: string,
	read: ( folder: string ) => Source | undefined
): Source[] {
	if ( ! fs.existsSync( CACHE ) ) {
		return [];
	}
	return fs
		.readdirSync( CACHE )
		.filter(
			( folder ) =>
				folder.startsWith( `${ name }-` ) &&
				! folder.includes( '.part-' )
		)
		.map( ( folder ) => read( path.join( CACHE, folder ) ) )
		.filter( ( source ) => source !== undefined )
		.sort( newestFirst );
}

/** Unpacks into a temporary folder and moves it into the cache under the version found in it. */
async function keep(
	name: string,
	read: ( folder: string ) => Source | undefined,
	fill: ( folder: string ) => Promise< string > | string
): Promise< Source > {
	const folder = fs.mkdtempSync( path.join( os.tmpdir(), `${ name }-` ) );
	try {
		const found = read( await fill( folder ) );
		if ( found === undefined ) {
			throw new Error( `What was unpacked is no ${ name }.` );
		}
		return {
			version: found.version,
			folder: await fillFolder(
				path.join( CACHE, `${ name }-${ found.version }` ),
				( target ) =>
					fs.cpSync( found.folder, target, { recursive: true } )
			),
		};
	} finally {
		fs.rmSync( folder, { recursive: true, force: true } );
	}
}

export async function findWordPress(): Promise< Source > {
	const given = process.env[ 'WORDPRESS_PATH' ];
	const found = given
		? wordPressIn( path.resolve( given ) )
		: cached( 'wordpress', wordPressIn )[ 0 ];
	if ( found !== undefined ) {
		return found;
	}
	if ( given ) {
		throw new Error( `WORDPRESS_PATH (${ given }) holds no WordPress.` );
	}
	say( 'Fetching WordPress …' );
	const archive = await download( 'https://wordpress.org/latest.zip' );
	if ( archive !== undefined ) {
		return keep( 'wordpress', wordPressIn, ( folder ) => {
			unzip( archive, folder );
			return path.join( folder, 'wordpress' );
		} );
	}
	if ( ! hasDebianArchive() ) {
		throw new Error(
			'wordpress.org is out of reach. Set WORDPRESS_PATH to an unpacked WordPress.'
		);
	}
	say( 'wordpress.org is out of reach: taking Debian’s WordPress …' );
	return keep( 'wordpress', wordPressIn, async ( folder ) => {
		await unpackDebianWordPress( folder );
		return folder;
	} );
}

/** WooCommerce of this version, or nothing where it cannot be had. */
export async function findWooCommerce(
	version: string = WOOCOMMERCE.current
): Promise< Source | undefined > {
	const given = process.env[ 'WOOCOMMERCE_PATH' ];
	const found = [
		...( given ? [ wooCommerceIn( path.resolve( given ) ) ] : [] ),
		...cached( 'woocommerce', wooCommerceIn ),
	].find( ( source ) => source?.version === version );
	if ( found !== undefined ) {
		return found;
	}
	const archive = await download(
		`https://downloads.wordpress.org/plugin/woocommerce.${ version }.zip`
	);
	return (
		archive &&
		keep( 'woocommerce', wooCommerceIn, ( folder ) => {
			unzip( archive, folder );
			return path.join( folder, 'woocommerce' );
		} )
	);
}

/** Where its variable or the cache holds it: nothing fetches it. */
export function findNeighbour( name: Neighbour ): Source | undefined {
	const { plugin, cache, variable } = NEIGHBOURS[ name ];
	const given = process.env[ variable ];
	const read = ( folder: string ): Source | undefined =>
		pluginIn( plugin, folder );
	return given ? read( path.resolve( given ) ) : cached( cache, read )[ 0 ];
}

/** WordPress' SQLite drop-in, which WordPress Playground carries in its npm package. */
export async function findSqlite(): Promise< string > {
	return fillFolder( path.join( CACHE, 'sqlite-3' ), async ( target ) => {
		say( 'Fetching the SQLite drop-in …' );
		const folder = fs.mkdtempSync( path.join( os.tmpdir(), 'sqlite-' ) );
		try {
			await run( 'npm', [ 'pack', '--silent', '@wp-playground/cli@3' ], {
				cwd: folder,
			} );
			const tarball = fs.readdirSync( folder )[ 0 ] ?? '';
			await run( 'tar', [ '-xzf', tarball ], { cwd: folder } );
			unzip(
				fs.readFileSync(
					path.join(
						folder,
						'package/sqlite-database-integration.zip'
					)
				),
				folder
			);
			const plugin = fs
				.readdirSync( folder )
				.find( ( name ) =>
					fs.existsSync( path.join( folder, name, 'db.copy' ) )
				);
			fs.cpSync( path.join( folder, plugin ?? '' ), target, {
				recursive: true,
			} );
		} finally {
			fs.rmSync( folder, { recursive: true, force: true } );
		}
	} );
}
