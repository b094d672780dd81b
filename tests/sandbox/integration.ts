/** The shop's integration as Sendcloud keeps it: what it may do, and how reading the shop went. */
import { CARRIERS } from './data/carriers';

export interface ShopKeys {
	url: string;
	consumerKey: string;
	consumerSecret: string;
}

/** One failed request to the shop, as v3 and v2 show it. */
export interface ExceptionLog {
	id: number;
	integration_id: number;
	base_url: string;
	full_url: string;
	method: string;
	response_code: number | null;
	response: { headers: Record< string, string >; body: string };
	request: { headers: Record< string, string >; payload: null };
	created_at: string;
	exception_type: string;
	exception: string;
}

export const INTEGRATION_ID = 451234;

/** The account's other integration: it fetches nothing, and takes what is sent to the Orders API. */
export const API_INTEGRATION_ID = 451235;

export class Integration {
	readonly id = INTEGRATION_ID;
	readonly createdAt = '2026-01-12T09:30:00Z';
	carriers: string[] = Object.keys( CARRIERS );
	shop: ShopKeys | null = null;
	lastFetch: string | null = null;
	failingSince: string | null = null;
	readonly logs: ExceptionLog[] = [];

	succeeded( at: Date ): void {
		this.lastFetch = at.toISOString();
		this.failingSince = null;
	}

	failed(
		at: Date,
		url: string,
		status: number | null,
		body: string,
		exception: string
	): void {
		this.failingSince ??= at.toISOString();
		this.logs.unshift( {
			id: this.logs.length + 1,
			integration_id: this.id,
			base_url: this.shop?.url ?? '',
			// The query holds the signature.
			full_url: url.split( '?' )[ 0 ] ?? url,
			method: 'GET',
			response_code: status,
			response: { headers: {}, body: body.slice( 0, 2000 ) },
			request: { headers: {}, payload: null },
			created_at: at.toISOString(),
			exception_type:
				status === null
					? 'requests.exceptions.ConnectionError'
					: 'requests.exceptions.HTTPError',
			exception,
		} );
	}
}
