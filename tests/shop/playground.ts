/**
 * The shop on WordPress Playground: PHP in WebAssembly, for machines that have Node and nothing else.
 *
 * It is 580 MB of PHP builds, so it is installed when it is needed, beside the other downloads.
 */
import path from 'node:path';
import { CACHE, fillFolder, ROOT, run, say } from '../setup/shell';
import {
	assembleShop,
	type RunPhp,
	type Shop,
	type ShopOptions,
} from './assemble';
import { type Running, startServer } from './start';

/** Playground sees the machine's folders at the paths they have here, so that links and configuration stay true. */
const mounts = ( shopFolder: string ): string[] => [
	...[ '--mount-dir-before-install', shopFolder, '/wordpress' ],
	...[ '--mount-dir-before-install', ROOT, ROOT ],
];

async function installPlayground(): Promise< string > {
	const folder = await fillFolder(
		path.join( CACHE, 'playground-3' ),
		async ( target ) => {
			say( 'Fetching WordPress Playground …' );
			await run( 'npm', [
				...[ 'install', '--prefix', target ],
				...[ '--no-audit', '--no-fund', '@wp-playground/cli@3' ],
			] );
		}
	);
	return path.join(
		folder,
		'node_modules/@wp-playground/cli/wp-playground.js'
	);
}

export async function startPlaygroundShop(
	options: ShopOptions
): Promise< Shop & Running > {
	const playground = await installPlayground();
	const php: RunPhp = ( args, folder ) =>
		run( process.execPath, [
			playground,
			'php',
			...mounts( folder ),
			'--follow-symlinks',
			...[ '--wordpress-install-mode', 'do-not-attempt-installing' ],
			'--skip-sqlite-setup',
			'--',
			...args,
		] );
	const shop = await assembleShop( options, php );
	const server = await startServer(
		`shop-${ shop.name }`,
		`${ shop.url }/readme.html`,
		process.execPath,
		[
			playground,
			'server',
			...mounts( shop.folder ),
			'--follow-symlinks',
			...[ '--wordpress-install-mode', 'do-not-attempt-installing' ],
			'--skip-sqlite-setup',
			...[ '--site-url', shop.url ],
			...[ '--port', new URL( shop.url ).port ],
		],
		{},
		180
	);
	return { ...shop, ...server };
}
