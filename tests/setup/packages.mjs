/**
 * The npm packages of the lock file, where they are missing or older than it. Plain JavaScript, since tsx is one of them.
 */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

const age = ( file ) => statSync( file, { throwIfNoEntry: false } )?.mtimeMs;
const installed = age( 'node_modules/.package-lock.json' ) ?? 0;

if ( installed < age( 'package-lock.json' ) ) {
	const { status } = spawnSync( 'npm', [ 'ci', '--no-audit', '--no-fund' ], {
		stdio: 'inherit',
		shell: process.platform === 'win32',
	} );
	process.exitCode = status ?? 1;
}
