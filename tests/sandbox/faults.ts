/** Faults on demand: POST /_faults makes the API misbehave until they are used up or cleared. */
import { parseObject, type Request } from './http';

export const FAULTS = [
	'unauthorized',
	'not_enabled',
	'not_found',
	'rate_limited',
	'server_error',
	'geocoder_down',
	'slow',
	'cut',
	'lost_answer',
	'html',
	'integration_off',
	'v3_missing',
	'full',
	'hostile_picture',
	'one_network',
	'oauth_only',
	'token_revoked',
] as const;

export type FaultName = ( typeof FAULTS )[ number ];

/** What they answer is meant to be wrong; the others word their refusals as Sendcloud does. */
const HOSTILE: readonly FaultName[] = [
	'rate_limited',
	'cut',
	'lost_answer',
	'html',
	'v3_missing',
];

export interface Fault {
	fault: FaultName;
	/** Only requests about this country. */
	country?: string;
	/** Only where the path and query contain this. */
	path?: string;
	/** How many requests more; without it, until cleared. */
	times?: number;
	/** Of `rate_limited`: seconds, sent as Retry-After. */
	retry_after?: number;
	/** Of `slow`. */
	ms?: number;
}

export const isHostile = ( { fault }: Fault ): boolean =>
	HOSTILE.includes( fault );

const ADDRESS_PARAMETER = /^address(_|$)/;

/** The faults that show only on some requests. */
const ONLY_ON: Partial< Record< FaultName, ( request: Request ) => boolean > > =
	{
		geocoder_down: ( { query } ) =>
			[ ...query.keys() ].some( ( name ) =>
				ADDRESS_PARAMETER.test( name )
			),
		v3_missing: ( { path } ) => path.startsWith( '/api/v3' ),
		not_enabled: ( { path } ) => path.includes( '/service-points' ),
		full: ( { path } ) => path.endsWith( '/check-availability' ),
		hostile_picture: ( { path } ) => path.startsWith( '/global-media/' ),
		one_network: ( { query } ) => query.has( 'use_integration_carriers' ),
		oauth_only: ( { headers, path } ) =>
			path.startsWith( '/api/' ) &&
			( headers.authorization?.startsWith( 'Basic ' ) ?? false ),
		token_revoked: ( { headers } ) =>
			headers.authorization?.startsWith( 'Bearer ' ) ?? false,
		integration_off: ( { path } ) =>
			/\/(service-points|integrations|carriers)/.test( path ),
	};

export class Faults {
	private active: Fault[] = [];

	/** @return What is wrong with the fault described, or null when it was added. */
	add( body: string ): string | null {
		const {
			fault,
			country,
			path,
			times,
			retry_after: retryAfter,
			ms,
		} = parseObject( body );
		const name = FAULTS.find( ( candidate ) => candidate === fault );
		if ( ! name ) {
			return `fault must be one of ${ FAULTS.join( ', ' ) }.`;
		}
		this.active.push( {
			fault: name,
			...( typeof country === 'string' ? { country } : {} ),
			...( typeof path === 'string' ? { path } : {} ),
			...( typeof times === 'number' ? { times } : {} ),
			...( typeof retryAfter === 'number'
				? { retry_after: retryAfter }
				: {} ),
			...( typeof ms === 'number' ? { ms } : {} ),
		} );
		return null;
	}

	list(): readonly Fault[] {
		return this.active;
	}

	clear(): void {
		this.active = [];
	}

	/** The faults that hit this request; each counts as used once. */
	take( request: Request, country: string | null ): Fault[] {
		const url = `${ request.path }?${ request.query }`;
		const hits = this.active.filter(
			( fault ) =>
				( fault.country === undefined || fault.country === country ) &&
				( fault.path === undefined || url.includes( fault.path ) ) &&
				( ONLY_ON[ fault.fault ]?.( request ) ?? true )
		);
		for ( const fault of hits ) {
			if ( fault.times !== undefined ) {
				fault.times--;
			}
		}
		this.active = this.active.filter(
			( fault ) => fault.times === undefined || fault.times > 0
		);
		return hits;
	}
}
