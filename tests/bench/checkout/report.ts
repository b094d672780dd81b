/**
 * The figures of the checkout as Markdown: the section of docs/benchmark.md that begins with "The checkout".
 */
import os from 'node:os';
import { saveSection, table } from '../document';
import { cpuRatio, of } from '../figures';
import type { Cost } from '../visitor';
import type { Burst } from './burst';
import { WORKERS } from './machine';
import type { Search } from './search';
import { type Pass, TARGETS } from './targets';
import type { Visits } from './visits';

const TITLE = 'The checkout';

const introduction = ( php: string, rounds: number ): string => `## ${ TITLE }

\`npm run bench -- checkout\`: one shop with nginx, php-fpm with OPcache, MariaDB and, in a second pass, Redis as the object cache
(${ os.cpus().length } cores, PHP ${ php }, WooCommerce 10.9.1, WP_DEBUG off). \`--rounds 10 --only cart --storage mariadb\` is a quick look; only a whole run
is written down here.

- *Without, ours, official*: the same shop, database and carts, with none, ours or Sendcloud's own plugin active, as the request says,
  in turns: ${ rounds } rounds, each beginning with another one. Without a plugin the relay method is a flat rate of the same price, so that
  all three draw the same rates. Each has shoppers of its own.
- *CPU*: user and system time of php-fpm's process (getrusage) from the first line of PHP to the last; one worker. The ratio is the
  median of each round's own; behind ± its standard error. The database's time is not in it, queries are.
- *Memory* is the peak's difference; *files* the plugin's own that the request loaded; *callbacks* the CPU time in ours.
- *Search* is \`GET /service-points\` (50 points) against an empty REST route without arguments, both with the plugin active.
- *500 at once*: visitors with an address each, nothing in the cache, ${ WORKERS } workers. *Held* is the longest that one request kept a
  worker; the longest request also waited for a free one.`;

const ms = ( value: number ): string => `${ value.toFixed( 1 ) } ms`;

/** Queries, processor and memory that something adds; empty where it was not measured. */
function added( baseline: Cost[] = [], costs: Cost[] = [] ): string[] {
	if ( costs.length === 0 ) {
		return [ '', '', '', '' ];
	}
	const queries = of( costs, 'queries' ) - of( baseline, 'queries' );
	const bytes = of( costs, 'memory' ) - of( baseline, 'memory' );
	return [
		`${ queries < 0 ? '' : '+' }${ queries }`,
		cpuRatio( baseline, costs ).text,
		`${ Math.round( bytes / 1024 ) } kB`,
		String( of( costs, 'files' ) ),
	];
}

function pageRow( { title, costs, hooks }: Visits ): string[] {
	const { none = [], ours, official } = costs;
	return [
		title,
		String( of( none, 'queries' ) ),
		ms( of( none, 'cpu' ) ),
		...added( none, ours ),
		ms( hooks ),
		...added( none, official ),
	];
}

const PAGE_HEAD = [
	...[ 'page', 'queries without', 'CPU without' ],
	...[ 'ours', 'CPU', 'memory', 'files', 'callbacks' ],
	...[ 'official', 'CPU', 'memory', 'files' ],
];

function searchRows( { costs }: Search ): string[][] {
	const rows: Array< [ string, string, string ] > = [
		[ 'cold, Sendcloud answers at once', 'coldBaseline', 'cold' ],
		[ 'warm', 'empty', 'warm' ],
		[ '304', 'empty', '304' ],
	];
	return rows.map( ( [ title, baseline, cost ] ) => [
		title,
		String( of( costs[ baseline ] ?? [], 'queries' ) ),
		ms( of( costs[ baseline ] ?? [], 'cpu' ) ),
		...added( costs[ baseline ], costs[ cost ] ),
	] );
}

const burstRow = ( burst: Burst ): string[] => [
	burst.title,
	String( burst.questions ),
	Object.entries( burst.statuses )
		.map( ( [ status, count ] ) => `${ status }: ${ count }` )
		.join( ', ' ),
	`${ burst.held.toFixed( 1 ) } s`,
	`${ burst.longest.toFixed( 1 ) } s`,
];

function queryList( visits: Visits[] ): string[] {
	const lines = visits
		.filter( ( { added: queries } ) => queries.length > 0 )
		.flatMap( ( { title, added: queries } ) => [
			`- ${ title }`,
			...queries.map(
				( query ) => `  - \`${ query.replace( /`/g, '' ) }\``
			),
		] );
	return lines.length === 0
		? []
		: [ `Queries that come with the plugin:`, lines.join( '\n' ) ];
}

function details( { storage, pages, search, bursts }: Pass ): string[] {
	return [
		`### ${ storage }`,
		...( pages.length > 0
			? [ table( PAGE_HEAD, pages.map( pageRow ) ) ]
			: [] ),
		...( search
			? [
					table(
						[
							...[ 'search', 'queries of the empty route' ],
							...[ 'CPU of the empty route', 'ours', 'CPU' ],
							...[ 'memory', 'files' ],
						],
						searchRows( search )
					),
				]
			: [] ),
		...( bursts.length > 0
			? [
					table(
						[
							...[ '500 at once', 'questions', 'statuses' ],
							...[ 'held', 'longest' ],
						],
						bursts.map( burstRow )
					),
				]
			: [] ),
		...queryList( [ ...pages, ...( search ? [ search ] : [] ) ] ),
	];
}

function verdicts( passes: Pass[] ): string {
	const rows = TARGETS.map( ( { title, before, asked, judge } ) => {
		const judged = passes.map( judge );
		return {
			isMeasured: judged.some( ( verdict ) => verdict !== undefined ),
			cells: [
				title,
				before,
				asked,
				...judged.map( ( verdict ) =>
					verdict
						? `${ verdict.isMet ? '✓' : '✗' } ${ verdict.text }`
						: ''
				),
			],
		};
	} ).filter( ( { isMeasured } ) => isMeasured );
	return table(
		[ '', 'before', 'asked', ...passes.map( ( { storage } ) => storage ) ],
		rows.map( ( { cells } ) => cells )
	);
}

/** Answers the section, and writes it down where it is whole. */
export function report(
	php: string,
	rounds: number,
	passes: Pass[],
	isWhole: boolean
): string {
	const section = [
		introduction( php, rounds ),
		verdicts( passes ),
		...passes.flatMap( details ),
	].join( '\n\n' );
	if ( isWhole ) {
		saveSection( TITLE, section );
	}
	return section;
}
