/**
 * Puts a shop together in tests/.work/shops/NAME: WordPress, WooCommerce, the plugin of this tree, and a seeded database.
 *
 * The seeded database is kept in the cache, one per combination, so that only the first start of a combination takes its time.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { build } from '../setup/build';
import { CACHE, fillFolder, linkTree, ROOT, run, WORK } from '../setup/shell';
import { claim } from './claim';
import { writeConfiguration } from './configuration';
import {
	findNeighbour,
	findSqlite,
	findWooCommerce,
	findWordPress,
	type Neighbour,
	NEIGHBOURS,
	type Source,
} from './sources';

export interface ShopOptions {
	name: string;
	port: number;
	woocommerce?: string | undefined;
	hpos?: 'yes' | 'no' | undefined;
	sandbox?: string | undefined;
	/** Another plugin, active beside ours. */
	beside?: Neighbour | undefined;
	/** A folder of must-use plugins on top, for tests. */
	mustUse?: string | undefined;
}

export interface Shop {
	name: string;
	url: string;
	folder: string;
	sandbox: string;
	wordpress: string;
	/** Undefined where WooCommerce cannot be had. */
	woocommerce: string | undefined;
}

/** Runs a PHP file of tests/shop on a shop; WebAssembly has its own way. */
export type RunPhp = ( args: string[], folder: string ) => Promise< string >;

export const runNativePhp: RunPhp = ( args ) =>
	run( 'php', [ '-d', 'memory_limit=512M', ...args ] );

const HERE = path.join( ROOT, 'tests/shop' );
const PLUGIN = [
	'sendcloud-service-points.php',
	'uninstall.php',
	'readme.txt',
	'includes',
	'assets',
	'languages',
];
const SEEDED = [ 'database', 'uploads' ];

/**
 * Gives the shop what it would get of the plugin: folders linked, so that an edit shows at once; files copied, since WordPress takes
 * the folder of a linked main file for the plugin's, and this tree holds the shops themselves.
 */
function linkPlugin(
	content: string,
	isMustUse: boolean,
	extra: string | undefined
): void {
	const target = path.join( content, 'plugins/sendcloud-service-points' );
	fs.rmSync( target, { recursive: true, force: true } );
	fs.mkdirSync( target, { recursive: true } );
	for ( const name of PLUGIN ) {
		const source = path.join( ROOT, name );
		if ( ! fs.existsSync( source ) ) {
			continue;
		}
		if ( fs.statSync( source ).isDirectory() ) {
			fs.symlinkSync( source, path.join( target, name ) );
		} else {
			fs.copyFileSync( source, path.join( target, name ) );
		}
	}
	const mustUse = path.join( content, 'mu-plugins' );
	fs.rmSync( mustUse, { recursive: true, force: true } );
	fs.mkdirSync( mustUse, { recursive: true } );
	fs.copyFileSync(
		path.join( HERE, 'mu-plugin.php' ),
		path.join( mustUse, 'test-shop.php' )
	);
	if ( extra !== undefined ) {
		fs.cpSync( path.resolve( ROOT, extra ), mustUse, { recursive: true } );
	}
	if ( isMustUse ) {
		fs.copyFileSync(
			path.join( HERE, 'must-use-loader.php' ),
			path.join( mustUse, 'sendcloud-service-points.php' )
		);
	}
}

type NeighbourSource = Source & { plugin: string };

function neighbourSource( name: Neighbour ): NeighbourSource {
	const { plugin, variable } = NEIGHBOURS[ name ];
	const source = findNeighbour( name );
	if ( source === undefined ) {
		throw new Error(
			`The plugin ${ plugin } cannot be had. Set ${ variable } to an unpacked one.`
		);
	}
	return { ...source, plugin };
}

async function copyCode(
	folder: string,
	wordpress: Source,
	woocommerce: Source | undefined,
	beside: NeighbourSource | undefined
): Promise< void > {
	const stamp = path.join( folder, '.sources' );
	const wanted = `${ wordpress.folder }\n${ woocommerce?.folder }\n${ beside?.folder }\n`;
	if (
		fs.existsSync( stamp ) &&
		fs.readFileSync( stamp, 'utf8' ) === wanted
	) {
		return;
	}
	fs.rmSync( folder, { recursive: true, force: true } );
	const content = path.join( folder, 'wp-content' );
	linkTree(
		wordpress.folder,
		folder,
		( file ) => file === path.join( wordpress.folder, 'wp-content' )
	);
	linkTree(
		path.join( wordpress.folder, 'wp-content/themes' ),
		path.join( content, 'themes' )
	);
	linkTree( await findSqlite(), path.join( content, 'sqlite' ) );
	fs.copyFileSync(
		path.join( HERE, 'db.php' ),
		path.join( content, 'db.php' )
	);
	if ( woocommerce !== undefined ) {
		linkTree(
			woocommerce.folder,
			path.join( content, 'plugins/woocommerce' )
		);
	}
	if ( beside !== undefined ) {
		linkTree(
			beside.folder,
			path.join( content, 'plugins', beside.plugin )
		);
	}
	fs.writeFileSync( stamp, wanted );
}

/** What a seeded database depends on. */
function seedName(
	wordpress: Source,
	woocommerce: Source | undefined,
	beside: NeighbourSource | undefined,
	hpos: string
): string {
	const seeds = [
		'install.php',
		'seed.php',
		...fs
			.readdirSync( path.join( HERE, 'seed' ) )
			.map( ( name ) => `seed/${ name }` ),
	];
	const hash = createHash( 'sha256' );
	for ( const name of seeds ) {
		hash.update( fs.readFileSync( path.join( HERE, name ) ) );
	}
	const main = path.join( ROOT, 'sendcloud-service-points.php' );
	hash.update( fs.existsSync( main ) ? 'with the plugin' : 'without' );
	return [
		wordpress.version,
		woocommerce?.version ?? 'none',
		`hpos-${ hpos }`,
		...( beside ? [ `${ beside.plugin }-${ beside.version }` ] : [] ),
		hash.digest( 'hex' ).slice( 0, 12 ),
	].join( '-' );
}

async function seed(
	folder: string,
	name: string,
	hpos: string,
	php: RunPhp
): Promise< void > {
	const content = path.join( folder, 'wp-content' );
	for ( const part of [ ...SEEDED, 'mail.jsonl', 'debug.log' ] ) {
		fs.rmSync( path.join( content, part ), {
			recursive: true,
			force: true,
		} );
	}
	const install = async (): Promise< void > => {
		for ( const part of SEEDED ) {
			fs.mkdirSync( path.join( content, part ) );
		}
		await php( [ path.join( HERE, 'install.php' ), folder ], folder );
		await php( [ path.join( HERE, 'seed.php' ), folder, hpos ], folder );
		// WooCommerce looks for its tables before it makes them; what is logged from here on is worth reading.
		fs.rmSync( path.join( content, 'debug.log' ), { force: true } );
	};
	if ( process.env[ 'DB_HOST' ] ) {
		return install();
	}
	const template = path.join( CACHE, 'shops', name );
	await fillFolder( template, async ( target ) => {
		await install();
		for ( const part of SEEDED ) {
			fs.cpSync( path.join( content, part ), path.join( target, part ), {
				recursive: true,
			} );
		}
	} );
	for ( const part of SEEDED ) {
		fs.cpSync( path.join( template, part ), path.join( content, part ), {
			recursive: true,
		} );
	}
}

export async function assembleShop(
	{
		name: wanted,
		port,
		woocommerce: version,
		hpos = 'yes',
		sandbox,
		beside: neighbour,
		mustUse,
	}: ShopOptions,
	php: RunPhp = runNativePhp
): Promise< Shop > {
	await build();
	const wordpress = await findWordPress();
	const woocommerce = await findWooCommerce( version );
	const beside = neighbour && neighbourSource( neighbour );
	const name = claim( wanted );
	const shop: Shop = {
		name,
		url: `http://127.0.0.1:${ port }`,
		folder: path.join( WORK, 'shops', name ),
		sandbox: sandbox ?? 'http://127.0.0.1:8889',
		wordpress: wordpress.version,
		woocommerce: woocommerce?.version,
	};
	await copyCode( shop.folder, wordpress, woocommerce, beside );
	linkPlugin(
		path.join( shop.folder, 'wp-content' ),
		woocommerce === undefined,
		mustUse
	);
	writeConfiguration( shop );
	await seed(
		shop.folder,
		seedName( wordpress, woocommerce, beside, hpos ),
		hpos,
		php
	);
	return shop;
}
