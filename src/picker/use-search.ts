import { useCallback, useEffect, useReducer, useRef } from '@wordpress/element';
import { SearchError, searchServicePoints } from '../lib/api';
import { getConfig } from '../lib/config';
import type {
	Geocoding,
	Rule,
	SearchAnswer,
	SearchQuery,
	ServicePoint,
} from '../types/domain';

export type Place = SearchQuery[ 'place' ];

export interface Filters {
	/** A carrier code, `''` for all. */
	carrier: string;
	/** A shop type, `''` for all. */
	shopType: string;
}

export interface SearchState {
	status: 'idle' | 'loading' | 'ready' | 'failed';
	place: Place | null;
	filters: Filters;
	points: ServicePoint[];
	geocoding: Geocoding | null;
	error: SearchError | null;
	/** Carrier names by code, and shop types, of every point seen: what can be filtered by. */
	carriers: Record< string, string >;
	shopTypes: string[];
}

type Action =
	| { type: 'started'; place: Place; filters: Filters }
	| { type: 'found'; answer: SearchAnswer }
	| { type: 'failed'; error: SearchError };

/** The most that the shop answers. */
const MAX_LIMIT = 200;

const NO_FILTERS: Filters = { carrier: '', shopType: '' };

const INITIAL: SearchState = {
	status: 'idle',
	place: null,
	filters: NO_FILTERS,
	points: [],
	geocoding: null,
	error: null,
	carriers: {},
	shopTypes: [],
};

function reduce( state: SearchState, action: Action ): SearchState {
	switch ( action.type ) {
		case 'started':
			return {
				...state,
				status: 'loading',
				place: action.place,
				filters: action.filters,
				error: null,
			};
		case 'found': {
			const { service_points: points, geocoding } = action.answer;
			return {
				...state,
				status: 'ready',
				points,
				geocoding,
				carriers: points.reduce(
					( names, { carrier } ) => ( {
						...names,
						[ carrier.code ]: carrier.name,
					} ),
					state.carriers
				),
				shopTypes: [
					...new Set( [
						...state.shopTypes,
						...points
							.map( ( point ) => point.shop_type )
							.filter( Boolean ),
					] ),
				],
			};
		}
		case 'failed':
			return {
				...state,
				status: 'failed',
				points: [],
				geocoding: null,
				error: action.error,
			};
	}
}

/**
 * Whether the carrier was answered in the place of one that the rule names. Then the question stays the rule's: asked by its own name the
 * carrier may have points that the rule does not allow.
 */
const standsInFor = ( rule: Rule, carrier: string ): boolean =>
	carrier !== '' &&
	rule.carriers.length > 0 &&
	! rule.carriers.includes( carrier );

const onlyOf = ( carrier: string, answer: SearchAnswer ): SearchAnswer => ( {
	...answer,
	service_points: answer.service_points.filter(
		( point ) => point.carrier.code === carrier
	),
} );

export interface Search extends SearchState {
	searchPlace: ( place: Place ) => void;
	filter: ( filters: Filters ) => void;
	clearFilters: () => void;
	retry: () => void;
}

interface Scope {
	country: string;
	rule: Rule;
	/** Searched at once when given. */
	address: string;
}

export function useSearch( { country, rule, address }: Scope ): Search {
	const [ state, dispatch ] = useReducer( reduce, INITIAL );
	const running = useRef< AbortController | null >( null );
	// The scope of an open picker does not change; its rule may arrive as a new object all the same.
	const scope = useRef( { country, rule } ).current;

	const run = useCallback(
		async ( place: Place, filters: Filters, isAgain = false ) => {
			running.current?.abort();
			const { signal } = ( running.current = new AbortController() );
			dispatch( { type: 'started', place, filters } );
			const isStandIn = standsInFor( scope.rule, filters.carrier );
			try {
				const answer = await searchServicePoints(
					getConfig().restUrl,
					{
						country: scope.country,
						rule:
							filters.carrier && ! isStandIn
								? {
										...scope.rule,
										carriers: [ filters.carrier ],
									}
								: scope.rule,
						place,
						shop_types: [ filters.shopType ].filter( Boolean ),
						...( isStandIn && { limit: MAX_LIMIT } ),
					},
					signal,
					isAgain
				);
				if ( ! signal.aborted ) {
					dispatch( {
						type: 'found',
						answer: isStandIn
							? onlyOf( filters.carrier, answer )
							: answer,
					} );
				}
			} catch ( error ) {
				if ( signal.aborted ) {
					return;
				}
				if ( ! ( error instanceof SearchError ) ) {
					throw error;
				}
				dispatch( { type: 'failed', error } );
			}
		},
		[ scope ]
	);

	useEffect( () => {
		if ( address ) {
			run( { address }, NO_FILTERS );
		}
		return () => running.current?.abort();
		// Only where the picker starts: afterwards the shopper decides.
		// eslint-disable-next-line react-hooks/exhaustive-deps
	}, [ run ] );

	const { place, filters } = state;
	const isAgain = state.status === 'failed';
	const filter = ( next: Filters ) => {
		if ( place ) {
			run( place, next, isAgain );
		}
	};
	return {
		...state,
		searchPlace: ( next ) => run( next, filters, isAgain ),
		filter,
		clearFilters: () => filter( NO_FILTERS ),
		retry: () => filter( filters ),
	};
}
