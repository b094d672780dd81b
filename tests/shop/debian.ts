/**
 * WordPress out of Debian's archive, for machines that reach a Debian mirror but not wordpress.org.
 *
 * The machine's own mirror is asked for the newest suite, with lists of its own: nothing is installed and the machine's package
 * lists stay as they are. Debian ships some of WordPress' libraries as packages of their own, linked: links become files.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { attempt, run, which } from '../setup/shell';

const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
const THEME = 'wordpress-theme-twentytwentyfive';

export const hasDebianArchive = (): boolean =>
	which( 'apt-get' ) !== undefined && which( 'dpkg-deb' ) !== undefined;

/**
 * Options that make apt look at Debian sid, or none where the machine is no Debian: Ubuntu has the packages in its own archive.
 */
async function suiteOptions( folder: string ): Promise< string[] > {
	const { text } = await attempt( 'apt-get', [
		'indextargets',
		'--format',
		'$(CREATED_BY) $(ORIGIN) $(COMPONENT) $(RELEASE) $(REPO_URI)',
	] );
	const mirror = text
		.split( '\n' )
		.map( ( line ) => line.split( ' ' ) )
		.find(
			( [ kind, origin, component, release ] ) =>
				kind === 'Packages' &&
				origin === 'Debian' &&
				component === 'main' &&
				! release?.includes( '-security' )
		)
		?.at( -1 );
	if ( mirror === undefined ) {
		return [];
	}
	const trust = fs.existsSync( KEYRING ) ? `[signed-by=${ KEYRING }] ` : '';
	const sources = path.join( folder, 'sources.list' );
	fs.writeFileSync( sources, `deb ${ trust }${ mirror } sid main\n` );
	for ( const part of [ 'lists/partial', 'cache/archives/partial' ] ) {
		fs.mkdirSync( path.join( folder, part ), { recursive: true } );
	}
	const options = [
		`Dir::Etc::sourcelist=${ sources }`,
		'Dir::Etc::sourceparts=-',
		`Dir::State::lists=${ folder }/lists`,
		`Dir::Cache=${ folder }/cache`,
		'APT::Sandbox::User=root',
		'Acquire::Languages=none',
	].flatMap( ( option ) => [ '-o', option ] );
	await run( 'apt-get', [ ...options, 'update' ] );
	return options;
}

async function packages( options: string[] ): Promise< string[] > {
	const depends = await run( 'apt-cache', [
		...options,
		'depends',
		'wordpress',
	] );
	const libraries = [ ...depends.matchAll( /^ .?Depends: (\S+)$/gm ) ]
		.map( ( [ , name ] ) => name ?? '' )
		.filter( ( name ) =>
			/^(libjs-|libphp-|php-(?!gd|mysql))/.test( name )
		);
	return [ 'wordpress', THEME, ...new Set( libraries ) ];
}

/**
 * Copies a tree with what its links point at: inside the unpacked packages first, on the machine else.
 */
function copyDereferenced( root: string, from: string, to: string ): void {
	fs.mkdirSync( to, { recursive: true } );
	for ( const entry of fs.readdirSync( from, { withFileTypes: true } ) ) {
		let source = path.join( from, entry.name );
		const target = path.join( to, entry.name );
		if ( entry.isSymbolicLink() ) {
			const link = fs.readlinkSync( source );
			const inside = path.isAbsolute( link )
				? path.join( root, link )
				: path.resolve( from, link );
			source = fs.existsSync( inside ) ? inside : link;
		}
		if ( ! fs.existsSync( source ) ) {
			continue;
		}
		if ( fs.statSync( source ).isDirectory() ) {
			copyDereferenced( root, source, target );
		} else {
			fs.copyFileSync( source, target );
		}
	}
}

export async function unpackDebianWordPress( target: string ): Promise< void > {
	const folder = fs.mkdtempSync( path.join( os.tmpdir(), 'wordpress-' ) );
	try {
		const options = await suiteOptions( folder );
		const root = path.join( folder, 'root' );
		await run(
			'apt-get',
			[ ...options, 'download', ...( await packages( options ) ) ],
			{ cwd: folder }
		);
		for ( const file of fs.readdirSync( folder ) ) {
			if ( file.endsWith( '.deb' ) ) {
				await run( 'dpkg-deb', [
					'-x',
					path.join( folder, file ),
					root,
				] );
			}
		}
		copyDereferenced(
			root,
			path.join( root, 'usr/share/wordpress' ),
			target
		);
		// Debian's own configuration reads /etc/wordpress.
		fs.rmSync( path.join( target, 'wp-config.php' ), { force: true } );
	} finally {
		fs.rmSync( folder, { recursive: true, force: true } );
	}
}
