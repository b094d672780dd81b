/**
 * Starts a shop or the sandbox, for the demo, the browser tests and daily work alike.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ensurePhp } from '../setup/system';
import { type Environment, ROOT, waitFor, WORK } from '../setup/shell';
import { assembleShop, type Shop, type ShopOptions } from './assemble';
import { CONSUMER_KEY, CONSUMER_SECRET } from './configuration';

export interface Running {
	stop: () => void;
}

/** Every server we started, stopped when we end, however we end. */
const running = new Set< ChildProcess >();

function stopAll(): void {
	running.forEach( stopGroup );
}

function stopGroup( child: ChildProcess ): void {
	running.delete( child );
	try {
		// PHP's server forks workers: the group, not only the parent.
		process.kill( -( child.pid ?? 0 ), 'SIGTERM' );
	} catch {
		// Gone already.
	}
}

process.on( 'exit', stopAll );
for ( const signal of [ 'SIGINT', 'SIGTERM', 'SIGHUP' ] as const ) {
	process.on( signal, () => process.exit( 130 ) );
}

export async function startServer(
	name: string,
	url: string,
	command: string,
	args: string[],
	env: Environment = {},
	seconds = 60
): Promise< Running > {
	fs.mkdirSync( WORK, { recursive: true } );
	const file = path.join( WORK, `${ name }.log` );
	const log = fs.openSync( file, 'w' );
	const child = spawn( command, args, {
		cwd: ROOT,
		env: { ...process.env, ...env },
		detached: true,
		stdio: [ 'ignore', log, log ],
	} );
	fs.closeSync( log );
	running.add( child );
	const ended = new Promise< never >( ( _, reject ) => {
		const fail = (): void => {
			running.delete( child );
			reject(
				new Error(
					`${ name } ended:\n${ fs.readFileSync( file, 'utf8' ) }`
				)
			);
		};
		child.once( 'error', fail );
		child.once( 'exit', fail );
	} );
	// Later ends are nobody's error: we stop it, or its callers notice.
	ended.catch( () => undefined );
	await Promise.race( [ waitFor( url, seconds ), ended ] );
	return { stop: () => stopGroup( child ) };
}

/** What a real shop's cron does, oftener: orders reach Sendcloud within seconds. */
function runQueue( url: string ): NodeJS.Timeout {
	return setInterval( () => {
		fetch( `${ url }/?run-queue` ).catch( () => undefined );
	}, 5000 ).unref();
}

export async function startShop(
	options: ShopOptions
): Promise< Shop & Running > {
	await ensurePhp();
	const shop = await assembleShop( options );
	const server = await startServer(
		`shop-${ shop.name }`,
		`${ shop.url }/readme.html`,
		'php',
		[
			...[ '-d', 'memory_limit=512M' ],
			...[ '-d', 'opcache.enable=1' ],
			...[ '-d', 'opcache.revalidate_freq=0' ],
			...[ '-d', 'opcache.memory_consumption=256' ],
			...[ '-d', 'opcache.max_accelerated_files=20000' ],
			...[ '-S', new URL( shop.url ).host ],
			...[ '-t', shop.folder ],
			path.join( ROOT, 'tests/shop/router.php' ),
		],
		{ PHP_CLI_SERVER_WORKERS: '4' }
	);
	const queue = runQueue( shop.url );
	return {
		...shop,
		stop: () => {
			clearInterval( queue );
			server.stop();
		},
	};
}

/**
 * The stand-in for Sendcloud; with a shop's address, its panel is connected to that shop. In tests, what passes is judged by Sendcloud's
 * own documents (`isContractKept()`).
 */
export async function startSandbox(
	port: number,
	{ shopUrl, isJudged = false }: { shopUrl?: string; isJudged?: boolean } = {}
): Promise< Running & { url: string } > {
	const url = `http://127.0.0.1:${ port }`;
	const connection =
		shopUrl === undefined
			? []
			: [
					...[ '--shop-url', shopUrl ],
					...[ '--consumer-key', CONSUMER_KEY ],
					...[ '--consumer-secret', CONSUMER_SECRET ],
				];
	const server = await startServer(
		`sandbox-${ port }`,
		`${ url }/panel`,
		process.execPath,
		[
			...[ '--import', 'tsx' ],
			path.join( ROOT, 'tests/sandbox/serve.ts' ),
			...[ '--port', String( port ) ],
			...( isJudged ? [ '--contract' ] : [] ),
			...connection,
		]
	);
	return { url, ...server };
}
