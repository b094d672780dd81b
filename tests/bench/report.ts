/**
 * The figures as Markdown: one section for each kind of database in docs/benchmark.md.
 */
import os from 'node:os';
import { saveSection, table } from './document';
import { of, type Pair, ratio, type Results, type Work } from './figures';

const INTRODUCTION = `# Benchmark

Ten thousand orders with service points: what the plugin adds to the order list, and what its work in the background costs everybody else.

\`\`\`
npm run bench                                              # SQLite, both storages of orders
DB_HOST=127.0.0.1 DB_NAME=wordpress npm run bench -- --hpos yes   # MariaDB or MySQL, one of them
\`\`\`

It puts shops together as the tests do (tests/shop), makes the orders (tests/bench/orders.php: of a hundred 70 wait to be shipped, 8 are
on hold, 14 shipped, 5 lack their point and 3 go to one that has closed) and rewrites the section of its database below.

**What the figures mean.** Queries and bytes are exact. Seconds are those of one machine on one day and say little; a ratio compares two
things that were measured in turns in the same run: the median, over 15 rounds after 2 to warm up, of each round's own ratio. 1.00 is
"costs nothing".

- *Order list*: the page as the signed-in merchant gets it, against the same request to the same shop with the plugin not active.
- *Filter*: ours ("needs attention", 8 % of the orders) against WooCommerce's filter by a status that as many orders have.
- *While the check runs*: batch after batch in a request of its own, without the pauses of a minute that a real shop has between them,
  against the same pages while nothing runs. On two cores with PHP's built-in server the two share the processor; what is to be seen is
  that no page waits for a batch (a batch's own length is in the table above it).
- *Save an order*: with the export on and all orders waiting for it, against the export off.
`;

const ms = ( seconds: number ): string =>
	seconds < 1
		? `${ Math.round( seconds * 1000 ) } ms`
		: `${ seconds.toFixed( 1 ) } s`;

const times = ( value: number ): string => value.toFixed( 2 );

const ratioOf = ( { baseline, cost }: Pair ): number =>
	ratio(
		baseline.map( ( { seconds } ) => seconds ),
		cost.map( ( { seconds } ) => seconds )
	);

function pairRow( pair: Pair ): string[] {
	const queries = of( pair.baseline, 'queries' );
	const added = of( pair.cost, 'queries' ) - queries;
	return [
		pair.title,
		String( queries ),
		`${ added < 0 ? '' : '+' }${ added }`,
		ms( of( pair.baseline, 'seconds' ) ),
		ms( of( pair.cost, 'seconds' ) ),
		times( ratioOf( pair ) ),
	];
}

function workRow( title: string, work: Work[], note: string ): string[] {
	return [
		title,
		ms( of( work, 'seconds' ) ),
		String( of( work, 'queries' ) ),
		`${ of( work, 'megabytes' ).toFixed( 1 ) } MB`,
		note,
	];
}

function storage( results: Results ): string {
	const { planning, meanwhile, worked, exportOn, exportSave } = results;
	const visits = meanwhile.flatMap( ( { baseline, cost } ) => [
		...baseline,
		...cost,
	] );
	const strays = visits.filter( ( { checked } ) => checked > 0 ).length;
	const asked = visits.filter( ( { asked: count } ) => count > 0 ).length;
	return [
		`### ${ results.orders } orders ${ results.hpos === 'yes' ? 'in their own tables (HPOS)' : 'as posts' }`,
		table(
			[ 'page', 'queries before', 'added', 'before', 'after', 'ratio' ],
			results.list.map( pairRow )
		),
		results.added.length === 0
			? 'The plugin itself sends no query in the order list.'
			: `Queries sent by the plugin in the order list:\n\n${ results.added
					.map( ( line ) => `- \`${ line.replace( /`/g, '' ) }\`` )
					.join( '\n' ) }`,
		table(
			[ 'in the background', 'seconds', 'queries', 'memory', '' ],
			[
				workRow(
					'plan the daily check',
					[ planning ],
					`${ planning[ 'orders' ] } orders, ${ planning[ 'actions' ] } actions of at most ${ planning[ 'batch' ] }`
				),
				workRow(
					'one batch',
					results.batches,
					'Sendcloud answers at once'
				),
				workRow(
					'one batch',
					results.slowBatches,
					'Sendcloud answers after 200 ms'
				),
				...Object.entries( results.diagnostics ).map(
					( [ id, work ] ) =>
						workRow(
							`diagnostics: ${ id }`,
							[ work ],
							'when somebody asks'
						)
				),
				workRow(
					'switch the export on',
					[ exportOn ],
					`${ exportOn[ 'orders' ] } old orders queued, ${ exportOn[ 'actions' ] } actions`
				),
				workRow(
					'one batch of the export',
					results.exportBatches,
					`of ${ results.orders } waiting; then ${ results.exportBatches.at( -1 )?.[ 'planned' ] } action planned`
				),
			]
		),
		table(
			[
				'while the check runs',
				'queries',
				'added',
				'before',
				'meanwhile',
				'ratio',
			],
			meanwhile.map( pairRow )
		),
		`${ worked } batches ran meanwhile. Of ${ visits.length } visits, ${ strays } ran a part of the check and ${ asked } asked Sendcloud anything.`,
		table(
			[ 'save an order', 'export off', 'export on', 'ratio' ],
			[
				[
					'',
					ms(
						of(
							exportSave.no.map( ( seconds ) => ( { seconds } ) ),
							'seconds'
						)
					),
					ms(
						of(
							exportSave.yes.map( ( seconds ) => ( {
								seconds,
							} ) ),
							'seconds'
						)
					),
					times( ratio( exportSave.no, exportSave.yes ) ),
				],
			]
		),
	].join( '\n\n' );
}

export function report(
	database: string,
	php: string,
	results: Results[]
): string {
	const [ kind = '' ] = database.split( ' ' );
	const section = [
		`## ${ database }`,
		`${ os.cpus().length } cores (load ${ os.loadavg()[ 1 ]?.toFixed( 1 ) }: above the number of cores, seconds are those of a busy machine), PHP ${ php }, WooCommerce 10.9.1.`,
		...results.map( storage ),
	].join( '\n\n' );
	saveSection( kind, section, INTRODUCTION );
	return section;
}
