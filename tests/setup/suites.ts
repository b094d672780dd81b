/**
 * Every suite of `npm test`: how it runs, what of it waits for `--all`, and how its tests are counted. A suite that is one check counts
 * as one test.
 */
import fs from 'node:fs';
import {
	add,
	type Counts,
	NONE,
	readJest,
	readJUnit,
	readNodeTest,
	readPlaywright,
	reportFile,
} from './reports';
import type { Environment } from './shell';

export interface Suite {
	/** The npm script. */
	name: string;
	args?: string[];
	env?: Environment;
	/** Files the suite leaves; those of an earlier run are removed first. */
	reports?: string[];
	needsWooCommerce?: boolean;
	/** Sendcloud's OpenAPI documents, which are not ours to hand on. */
	needsDocuments?: boolean;
	/** What it leaves out when it is told to be --quick. */
	leftOut?: string;
	/** Runs by itself: browsers and two shops fill the machine. */
	isAlone?: boolean;
	/** Undefined for a suite that is one check. */
	count?: ( output: string ) => Counts;
}

const jest = reportFile( 'jest.json' );
const unit = reportFile( 'unit.xml' );
const playwright = reportFile( 'playwright.json' );

export const integrationReports = (): string[] =>
	fs
		.readdirSync( reportFile( '.' ) )
		.filter( ( name ) => /^integration-.*\.xml$/.test( name ) )
		.map( reportFile );

export const SUITES: Suite[] = [
	{ name: 'typecheck' },
	{ name: 'lint:js' },
	{ name: 'lint:css' },
	{ name: 'lint:php' },
	{ name: 'analyse' },
	{
		name: 'test:js',
		args: [ '--json', `--outputFile=${ jest }` ],
		reports: [ jest ],
		count: () => readJest( jest ),
	},
	{ name: 'test:sandbox', count: readNodeTest },
	{ name: 'test:contract', needsDocuments: true, count: readNodeTest },
	{
		name: 'test:php',
		args: [ '--log-junit', unit ],
		reports: [ unit ],
		count: () => readJUnit( unit ),
	},
	{
		name: 'test:integration',
		reports: integrationReports(),
		needsWooCommerce: true,
		leftOut:
			'the oldest WooCommerce, orders in posts (HPOS off), other plugins beside ours, and tests of minutes (PHPUnit’s group “slow”)',
		count: () => integrationReports().map( readJUnit ).reduce( add, NONE ),
	},
	{ name: 'test:size' },
	{
		name: 'test:e2e',
		env: { PLAYWRIGHT_JSON_OUTPUT_FILE: playwright },
		reports: [ playwright ],
		needsWooCommerce: true,
		leftOut:
			'the oldest WooCommerce, other plugins beside ours, Sendcloud’s connection and Sendcloud in trouble',
		isAlone: true,
		count: () => readPlaywright( playwright ),
	},
];
