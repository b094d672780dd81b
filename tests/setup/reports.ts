/**
 * Reads how many tests passed out of the reports that PHPUnit, Jest, Playwright and Node's runner write.
 */
import fs from 'node:fs';
import path from 'node:path';
import { WORK } from './shell';

export interface Counts {
	passed: number;
	failed: number;
	skipped: number;
}

export const NONE: Counts = { passed: 0, failed: 0, skipped: 0 };

export const add = ( a: Counts, b: Counts ): Counts => ( {
	passed: a.passed + b.passed,
	failed: a.failed + b.failed,
	skipped: a.skipped + b.skipped,
} );

export function reportFile( name: string ): string {
	const folder = path.join( WORK, 'reports' );
	fs.mkdirSync( folder, { recursive: true } );
	return path.join( folder, name );
}

/** The first suite of a JUnit report sums up all others. */
export function readJUnit( file: string ): Counts {
	const head =
		/<testsuite [^>]*>/.exec( fs.readFileSync( file, 'utf8' ) )?.[ 0 ] ??
		'';
	const read = ( name: string ): number =>
		Number( new RegExp( ` ${ name }="(\\d+)"` ).exec( head )?.[ 1 ] ?? 0 );
	const failed = read( 'errors' ) + read( 'failures' );
	const skipped = read( 'skipped' );
	return { passed: read( 'tests' ) - failed - skipped, failed, skipped };
}

export function readJest( file: string ): Counts {
	const report = JSON.parse( fs.readFileSync( file, 'utf8' ) ) as {
		numPassedTests: number;
		numFailedTests: number;
		numPendingTests: number;
		numRuntimeErrorTestSuites: number;
	};
	return {
		passed: report.numPassedTests,
		failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
		skipped: report.numPendingTests,
	};
}

/** A flaky test has passed in the end; Playwright's own summary names it. */
export function readPlaywright( file: string ): Counts {
	const { stats } = JSON.parse( fs.readFileSync( file, 'utf8' ) ) as {
		stats: {
			expected: number;
			unexpected: number;
			flaky: number;
			skipped: number;
		};
	};
	return {
		passed: stats.expected + stats.flaky,
		failed: stats.unexpected,
		skipped: stats.skipped,
	};
}

export function readNodeTest( output: string ): Counts {
	const read = ( name: string ): number =>
		Number(
			new RegExp( `^(?:#|ℹ) ${ name } (\\d+)`, 'm' ).exec(
				output
			)?.[ 1 ] ?? 0
		);
	return {
		passed: read( 'pass' ),
		failed: read( 'fail' ) + read( 'cancelled' ),
		skipped: read( 'skipped' ) + read( 'todo' ),
	};
}
