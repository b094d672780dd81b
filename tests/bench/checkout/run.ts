/**
 * What the plugin costs shoppers: npm run bench -- checkout [--rounds 50] [--only TEXT] [--storage mariadb|redis] [--port 9300]
 *
 * One shop with nginx, php-fpm, MariaDB and, in a second pass, Redis. `--only` takes pages and bursts by a part of their title or id,
 * `search` or `bursts`. A whole run rewrites its section of docs/benchmark.md.
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { assembleShop, runNativePhp, type Shop } from '../../shop/assemble';
import { findNeighbour } from '../../shop/sources';
import { startSandbox } from '../../shop/start';
import { freePort, ROOT, run, say } from '../../setup/shell';
import { ensurePhp } from '../../setup/system';
import { Visitor } from '../visitor';
import { measureBursts } from './burst';
import { ensureServers, startMariaDb, startRedis, startWeb } from './machine';
import { type Catalogue, PAGES } from './pages';
import { report } from './report';
import { measureSearch } from './search';
import type { Pass } from './targets';
import { measurePage } from './visits';

const HERE = path.join( ROOT, 'tests/bench' );

const STORAGES = { mariadb: 'MariaDB', redis: 'MariaDB and Redis' } as const;

interface Options {
	rounds: number;
	only: string;
	hasOfficial: boolean;
}

async function openShop(
	port: number,
	hasOfficial: boolean
): Promise< { shop: Shop; catalogue: Catalogue } > {
	const sandbox = await startSandbox( await freePort( port + 1 ) );
	const shop = await assembleShop( {
		name: 'bench-checkout',
		port,
		sandbox: sandbox.url,
		beside: hasOfficial ? 'official' : undefined,
		mustUse: path.join( HERE, 'must-use' ),
	} );
	const made = await runNativePhp(
		[ path.join( HERE, 'checkout/catalogue.php' ), shop.folder ],
		shop.folder
	);
	await startWeb( port, shop.folder );
	return {
		shop,
		catalogue: JSON.parse(
			made.trim().split( '\n' ).at( -1 ) ?? ''
		) as Catalogue,
	};
}

/** With the object cache or without: WordPress looks for the drop-in on every request. */
function setObjectCache( shop: Shop, isOn: boolean ): void {
	const target = path.join( shop.folder, 'wp-content/object-cache.php' );
	fs.rmSync( target, { force: true } );
	if ( isOn ) {
		fs.copyFileSync(
			path.join( HERE, 'checkout/object-cache.php' ),
			target
		);
	}
}

async function measure(
	shop: Shop,
	catalogue: Catalogue,
	{ rounds, only, hasOfficial }: Options
): Promise< Pick< Pass, 'pages' | 'search' | 'bursts' > > {
	const wants = ( ...names: string[] ): boolean =>
		names.some( ( name ) => name.includes( only ) );
	const pages = [];
	for ( const page of PAGES.filter( ( { id, title } ) =>
		wants( id, title )
	) ) {
		pages.push(
			await measurePage( shop, catalogue, page, hasOfficial, rounds )
		);
	}
	return {
		pages,
		search: wants( 'search' )
			? await measureSearch( shop, rounds )
			: undefined,
		bursts: await measureBursts( shop, ( title ) =>
			wants( 'bursts', title )
		),
	};
}

export async function benchCheckout( args: string[] ): Promise< void > {
	const { values } = parseArgs( {
		args,
		options: {
			rounds: { type: 'string', default: '50' },
			only: { type: 'string', default: '' },
			storage: { type: 'string' },
			port: { type: 'string', default: '9300' },
		},
	} );
	await ensurePhp();
	await ensureServers();
	await startMariaDb();
	await startRedis();
	const hasOfficial = findNeighbour( 'official' ) !== undefined;
	const { shop, catalogue } = await openShop(
		await freePort( Number( values.port ) ),
		hasOfficial
	);
	await new Visitor( shop ).get( '/?bench=start', {
		'X-Bench-Plugin': 'ours',
	} );
	const passes: Pass[] = [];
	for ( const [ name, storage ] of Object.entries( STORAGES ) ) {
		if ( ( values.storage ?? name ) !== name ) {
			continue;
		}
		say( storage );
		setObjectCache( shop, name === 'redis' );
		const figures = await measure( shop, catalogue, {
			rounds: Number( values.rounds ),
			only: values.only,
			hasOfficial,
		} );
		passes.push( {
			storage,
			hasObjectCache: name === 'redis',
			...figures,
		} );
	}
	const php = await run( 'php', [ '-r', 'echo PHP_VERSION;' ] );
	const isWhole = ! values.only && ! values.storage;
	say( `\n${ report( php, Number( values.rounds ), passes, isWhole ) }` );
}
