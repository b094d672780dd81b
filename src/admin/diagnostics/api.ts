/**
 * The diagnostics over REST: docs/diagnostics.md has the routes and their answers.
 */
import { isRecord } from '../../lib/guards';
import { ask } from '../rest';

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
	selfTest: string;
	/** Versions and settings, for the report. */
	facts: Record< string, string >;
}

export function readConfig( element: HTMLElement ): AdminConfig {
	return JSON.parse( element.dataset[ 'config' ] ?? '' ) as AdminConfig;
}

const isResult = ( answer: unknown ): answer is Result =>
	isRecord( answer ) &&
	STATUSES.some( ( status ) => status === answer[ 'status' ] ) &&
	typeof answer[ 'summary' ] === 'string';

const isList = ( answer: unknown ): answer is { checks: Check[] } =>
	isRecord( answer ) && Array.isArray( answer[ 'checks' ] );

export async function listChecks(): Promise< Check[] > {
	const answer = await ask( { to: { route: 'diagnostics' } } );
	if ( ! isList( answer ) ) {
		throw new Error( '' );
	}
	return answer.checks;
}

async function toResult( route: string ): Promise< Result > {
	const answer = await ask( { to: { route }, method: 'POST' } );
	if ( ! isResult( answer ) ) {
		throw new Error( '' );
	}
	return answer;
}

export const runCheck = ( id: string ) => toResult( `diagnostics/${ id }` );

/** Repairs, and looks again. */
export const fixFinding = ( id: string ) =>
	toResult( `diagnostics/${ id }/fix` );
