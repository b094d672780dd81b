/**
 * The diagnostics over REST: docs/diagnostics.md has the routes and their answers.
 */
import { restUrl } from '../../lib/api';
import { isRecord } from '../../lib/guards';

export const STATUSES = [
	'critical',
	'recommended',
	'unknown',
	'info',
	'good',
] as const;

export type Status = ( typeof STATUSES )[ number ];

export interface Check {
	id: string;
	title: string;
	group: string;
}

export interface Result extends Check {
	status: Status;
	summary: string;
	fix: string;
	links: Array< { label: string; url: string } >;
	details: string[];
	fix_action: { id: string; label: string } | null;
}

/** Printed by PHP into `data-config`. */
export interface AdminConfig {
	restUrl: string;
	nonce: string;
	selfTest: string;
	/** Versions and settings, for the report. */
	facts: Record< string, string >;
}

export function readConfig( element: HTMLElement ): AdminConfig {
	return JSON.parse( element.dataset[ 'config' ] ?? '' ) as AdminConfig;
}

/** WordPress puts a key of its own beside an error, so a result is told by its status. */
const isResult = ( answer: unknown ): answer is Result =>
	isRecord( answer ) &&
	STATUSES.some( ( status ) => status === answer[ 'status' ] ) &&
	typeof answer[ 'summary' ] === 'string';

const isList = ( answer: unknown ): answer is { checks: Check[] } =>
	isRecord( answer ) && Array.isArray( answer[ 'checks' ] );

export class DiagnosticsApi {
	constructor( private readonly config: AdminConfig ) {}

	async list(): Promise< Check[] > {
		const answer = await this.#ask( 'GET', 'diagnostics' );
		if ( ! isList( answer ) ) {
			throw new Error( messageOf( answer ) );
		}
		return answer.checks;
	}

	run( id: string ): Promise< Result > {
		return this.#result( `diagnostics/${ id }` );
	}

	/** Repairs, and looks again. */
	fix( id: string ): Promise< Result > {
		return this.#result( `diagnostics/${ id }/fix` );
	}

	async #result( route: string ): Promise< Result > {
		const answer = await this.#ask( 'POST', route );
		if ( ! isResult( answer ) ) {
			throw new Error( messageOf( answer ) );
		}
		return answer;
	}

	async #ask( method: string, route: string ): Promise< unknown > {
		const response = await fetch( restUrl( this.config.restUrl, route ), {
			method,
			credentials: 'same-origin',
			headers: {
				Accept: 'application/json',
				'X-WP-Nonce': this.config.nonce,
			},
		} );
		// A page of HTML is an answer that says nothing.
		return response.json().catch( () => null );
	}
}

const messageOf = ( answer: unknown ) =>
	isRecord( answer ) && typeof answer[ 'message' ] === 'string'
		? answer[ 'message' ]
		: '';
