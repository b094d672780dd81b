/** API v3 writes errors the way of JSON:API. */
import type { Reply } from '../http';
import { Refusal, type Wording } from './refusal';

interface ErrorObject {
	status: string;
	code: string | null;
	title?: string;
	detail: string;
	source?: { parameter: string };
}

function errors( status: number, error: Omit< ErrorObject, 'status' > ): Reply {
	return {
		status,
		body: { errors: [ { status: String( status ), ...error } ] },
	};
}

/** A parameter that is missing or cannot be read. */
export function invalid(
	code: string,
	detail: string,
	parameter: string
): Refusal {
	return new Refusal(
		errors( 400, { code, detail, source: { parameter } } )
	);
}

/** Parameters that make no sense together, or that the account may not use. */
export function refused( detail: string ): Refusal {
	return new Refusal( errors( 400, { code: 'validation_error', detail } ) );
}

export const V3: Wording = {
	unauthorized: () =>
		errors( 401, {
			code: 'authentication_failed',
			title: 'Invalid username/password.',
			detail: 'The username or password provided is incorrect. Check your API keys and try again.',
		} ),
	notEnabled: () =>
		errors( 400, {
			code: 'validation_error',
			detail: 'Service points are not enabled for the authenticated integration.',
		} ),
	notFound: () =>
		errors( 404, {
			code: 'not_found',
			detail: 'The service point could not be found',
		} ),
	geocoderDown: () =>
		errors( 503, {
			code: null,
			detail: 'The address could not be resolved at this time. Try again later.',
		} ),
	serverError: () =>
		errors( 500, { code: null, detail: 'Internal server error' } ),
	noSuchRoute: () =>
		errors( 404, { code: 'not_found', detail: 'Not found.' } ),
};
