/**
 * What is asked of the plugin, what it was when that was asked (78f06bc), and whether it is so.
 */
import { cpuRatio, of } from '../figures';
import type { Burst } from './burst';
import type { Search } from './search';
import type { Visits } from './visits';

export interface Pass {
	storage: string;
	hasObjectCache: boolean;
	pages: Visits[];
	search: Search | undefined;
	bursts: Burst[];
}

/** Seconds: Sendcloud's own limit in the plugin, and what a request takes besides. */
const HELD = 5.5;

interface Verdict {
	text: string;
	isMet: boolean;
}

interface Target {
	title: string;
	before: string;
	asked: string;
	/** Undefined where it was not measured. */
	judge: ( pass: Pass ) => Verdict | undefined;
}

const signed = ( value: number ): string =>
	`${ value < 0 ? '' : '+' }${ value }`;

/** Queries and processor time of something against its baseline. */
function against(
	visits: Visits | undefined,
	[ baseline, measured ]: [ string, string ],
	queries: number,
	ratio: number
): Verdict | undefined {
	const from = visits?.costs[ baseline ];
	const to = visits?.costs[ measured ];
	if ( ! from || ! to ) {
		return undefined;
	}
	const added = of( to, 'queries' ) - of( from, 'queries' );
	const { value, text } = cpuRatio( from, to );
	return {
		text: `${ signed( added ) }, ${ text }`,
		isMet: added <= queries && Number( value.toFixed( 3 ) ) <= ratio,
	};
}

const find = ( { pages }: Pass, id: string ): Visits | undefined =>
	pages.find( ( page ) => page.id === id );

const page = ( id: string, title: string, before: string ): Target => ( {
	title,
	before,
	asked: '+1, ≤ 1.01',
	judge: ( pass ) => against( find( pass, id ), [ 'none', 'ours' ], 1, 1.01 ),
} );

function judgeBurst( { questions, held, longest, statuses }: Burst ): Verdict {
	const list = Object.entries( statuses )
		.map( ( [ status, count ] ) => `${ count } × ${ status }` )
		.join( ', ' );
	return {
		text: `${ questions } asked; a worker held ${ held.toFixed( 1 ) } s, the last answer after ${ longest.toFixed( 1 ) } s; ${ list }`,
		isMet: questions === 1 && held <= HELD,
	};
}

const BURSTS = [
	[ 'after 0.2 s', '1 question' ],
	[ 'after 2 s', '1 question' ],
	[ 'after 4 s', '–' ],
	[ 'after 8 s', '–' ],
	[ 'fails', '–' ],
] as const;

export const TARGETS: Target[] = [
	page( 'cart-1', 'Store API cart, 1 product', '+1 to +5, 1.05' ),
	page( 'cart-6', 'Store API cart, 6 products', '+9, 1.085' ),
	page( 'block-1', 'block checkout, 1 product', '+3, 1.03' ),
	page( 'block-6', 'block checkout, 6 products', '+9, 1.05' ),
	page( 'classic-6', 'classic checkout, 6 products', '+9, 1.04 to 1.065' ),
	{
		title: 'classic review, 50 variations, 8 rates: our callbacks',
		before: '160 ms',
		asked: '≤ 3 ms',
		judge( pass ) {
			const hooks = find( pass, 'review-50' )?.hooks;
			return hooks === undefined
				? undefined
				: { text: `${ hooks.toFixed( 1 ) } ms`, isMet: hooks <= 3 };
		},
	},
	{
		title: 'home page',
		before: '+0, 1.02; 105 class files',
		asked: '+0, ≤ 1.005; ≤ 45 class files',
		judge( pass ) {
			const home = find( pass, 'home' );
			const verdict = against( home, [ 'none', 'ours' ], 0, 1.005 );
			const files = of( home?.costs[ 'ours' ] ?? [], 'files' );
			return (
				verdict && {
					text: `${ verdict.text }; ${ files } class files`,
					isMet: verdict.isMet && files <= 45,
				}
			);
		},
	},
	{
		title: 'warm search, against an empty REST route',
		before: '+9, 1.045',
		asked: '+2 (0 with an object cache), ≤ 1.03',
		judge: ( { search, hasObjectCache } ) =>
			against(
				search,
				[ 'empty', 'warm' ],
				hasObjectCache ? 0 : 2,
				1.03
			),
	},
	{
		title: 'the same, answered with 304',
		before: '–',
		asked: '≤ 1.01',
		judge: ( { search, hasObjectCache } ) =>
			against( search, [ 'empty', '304' ], hasObjectCache ? 0 : 2, 1.01 ),
	},
	{
		title: 'one answer of 50 points in the cache',
		before: '64 kB',
		asked: '≤ 5 kB',
		judge: ( { search } ) =>
			search && {
				text: `${ ( search.kept.bytes / 1000 ).toFixed( 1 ) } kB in ${ search.kept.entries } entries`,
				isMet: search.kept.bytes <= 5000,
			},
	},
	...BURSTS.map( ( [ answer, before ] ): Target => ( {
		title: `500 at once, Sendcloud ${ answer.startsWith( 'after' ) ? `answers ${ answer }` : answer }`,
		before,
		asked: `1 question, no worker held over ${ HELD } s`,
		judge( { bursts } ) {
			const burst = bursts.find( ( { title } ) =>
				title.includes( answer )
			);
			return burst && judgeBurst( burst );
		},
	} ) ),
];
