/**
 * Programs the tests need: found, installed where we may (root on Debian or Ubuntu), else named in one command to type.
 */
import fs from 'node:fs';
import path from 'node:path';
import { attempt, ROOT, run, say, which } from './shell';

const mayInstall = (): boolean =>
	process.getuid?.() === 0 && which( 'apt-get' ) !== undefined;

let listsAreFresh = false;

async function install( packages: string[] ): Promise< void > {
	const command = `apt-get install -y --no-install-recommends ${ packages.join(
		' '
	) }`;
	if ( ! mayInstall() ) {
		const other = which( 'brew' )
			? `brew install ${ packages[ 0 ]?.replace( '-cli', '' ) }`
			: `sudo ${ command }`;
		throw new Error( `Missing on this machine. Type: ${ other }` );
	}
	say( `Installing ${ packages.join( ', ' ) } …` );
	const env = { DEBIAN_FRONTEND: 'noninteractive' };
	if ( ! listsAreFresh ) {
		await attempt( 'apt-get', [ 'update' ], { env } );
		listsAreFresh = true;
	}
	await run( 'apt-get', command.split( ' ' ).slice( 1 ), { env } );
}

const PHP_EXTENSIONS: Record< string, string > = {
	pdo_sqlite: 'sqlite3',
	curl: 'curl',
	zip: 'zip',
	gd: 'gd',
	mbstring: 'mbstring',
	intl: 'intl',
	dom: 'xml',
	xmlwriter: 'xml',
};

interface Php {
	version: string;
	missing: string[];
}

async function inspectPhp(): Promise< Php | undefined > {
	if ( which( 'php' ) === undefined ) {
		return undefined;
	}
	const { code, text } = await attempt( 'php', [
		'-r',
		'echo json_encode( [ PHP_VERSION, get_loaded_extensions() ] );',
	] );
	if ( code !== 0 ) {
		return undefined;
	}
	const [ version, extensions ] = JSON.parse(
		text.slice( text.indexOf( '[' ) )
	) as [ string, string[] ];
	return {
		version,
		missing: Object.keys( PHP_EXTENSIONS ).filter(
			( name ) => ! extensions.includes( name )
		),
	};
}

/** PHP that can run the shop; false where it is absent and we may not install it. */
export async function hasPhp(): Promise< boolean > {
	return (
		( await inspectPhp() )?.missing.includes( 'pdo_sqlite' ) === false ||
		mayInstall()
	);
}

export async function ensurePhp(): Promise< void > {
	const php = await inspectPhp();
	if ( php?.missing.length === 0 ) {
		return;
	}
	// Where several PHP versions are packaged, the extensions have to be of the one that runs.
	const exact = php && `php${ php.version.split( '.', 2 ).join( '.' ) }`;
	const isPackaged =
		exact !== undefined &&
		mayInstall() &&
		( await attempt( 'apt-cache', [ 'show', `${ exact }-sqlite3` ] ) )
			.code === 0;
	const prefix = isPackaged ? exact : 'php';
	const extensions = php?.missing ?? Object.keys( PHP_EXTENSIONS );
	await install( [
		...new Set( [
			`${ prefix }-cli`,
			...extensions.map(
				( name ) => `${ prefix }-${ PHP_EXTENSIONS[ name ] }`
			),
		] ),
	] );
	const missing = ( await inspectPhp() )?.missing ?? [ 'php' ];
	if ( missing.length > 0 ) {
		throw new Error( `PHP still lacks ${ missing.join( ', ' ) }.` );
	}
}

/** Chromium's path, for Playwright and for screenshots. */
export async function ensureChromium(): Promise< string > {
	const find = (): string | undefined =>
		process.env[ 'CHROMIUM_PATH' ] ??
		which( 'chromium' ) ??
		which( 'chromium-browser' ) ??
		which( 'google-chrome' );
	const found = find();
	if ( found === undefined ) {
		await install( [ 'chromium' ] );
	}
	return found ?? find() ?? '/usr/bin/chromium';
}

/** PHP, and Composer's development tools when they are missing or older than composer.json. */
export async function ensureVendor(): Promise< void > {
	await ensurePhp();
	const installed = path.join( ROOT, 'vendor/composer/installed.json' );
	const wanted = path.join( ROOT, 'composer.json' );
	if (
		fs.existsSync( installed ) &&
		fs.statSync( installed ).mtimeMs >= fs.statSync( wanted ).mtimeMs
	) {
		return;
	}
	if ( which( 'composer' ) === undefined ) {
		await install( [ 'composer' ] );
	}
	say( 'Installing the PHP tools …' );
	await run( 'composer', [ 'install', '--no-interaction' ], {
		env: { COMPOSER_ALLOW_SUPERUSER: '1' },
	} );
	const now = new Date();
	fs.utimesSync( installed, now, now );
}
