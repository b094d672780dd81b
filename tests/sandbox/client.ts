/** Asks a running sandbox; for its tests and those of others. */
import assert from 'node:assert/strict';
import { PUBLIC_KEY, SECRET_KEY, type Sandbox } from './server';

const AUTHORIZATION = `Basic ${ Buffer.from( `${ PUBLIC_KEY }:${ SECRET_KEY }` ).toString( 'base64' ) }`;

export interface Answer< T > {
	status: number;
	headers: Headers;
	text: string;
	/** The parsed body; undefined where it is no JSON. */
	json: T;
}

export async function ask< T = unknown >(
	sandbox: Sandbox,
	path: string,
	init: RequestInit = {}
): Promise< Answer< T > > {
	const response = await fetch( sandbox.url + path, {
		...init,
		headers: { Authorization: AUTHORIZATION, ...init.headers },
	} );
	const text = await response.text();
	let json: unknown;
	try {
		json = JSON.parse( text );
	} catch {}
	return {
		status: response.status,
		headers: response.headers,
		text,
		json: json as T,
	};
}

export function post( body: unknown ): RequestInit {
	return { method: 'POST', body: JSON.stringify( body ) };
}

/** What a list of v3 starts with, where the test is about something else. */
export const LIST_V3 =
	'/api/v3/service-points?use_integration_carriers=true&country_code=';

export interface PointV3 {
	id: number;
	name: string;
	carrier: { code: string; name: string; logo_url: string | null };
	carrier_shop_type: string | null;
	general_shop_type: string | null;
	address: Record< string, string >;
	position: { latitude: number; longitude: number };
	opening_times: Record<
		string,
		Array< { start_time: string; end_time: string } > | null
	> | null;
	is_open_tomorrow: boolean;
	next_open_at: string | null;
	is_expired: boolean;
	distance: number | null;
}

export interface ListV3 {
	data: {
		results: PointV3[];
		geocoding: {
			status: string;
			precision: string | null;
			formatted_address: string | null;
		} | null;
	};
}

export interface PointV2 {
	id: number;
	postal_code: string;
	latitude: string;
	carrier: string;
	is_active: boolean;
	formatted_opening_times: Record< string, string[] >;
	distance?: number;
}

export async function listV3(
	sandbox: Sandbox,
	query: string
): Promise< ListV3[ 'data' ] > {
	const { status, json } = await ask< ListV3 >( sandbox, LIST_V3 + query );
	assert.equal( status, 200 );
	return json.data;
}

export async function pointV3(
	sandbox: Sandbox,
	id: number
): Promise< PointV3 > {
	const { status, json } = await ask< { data: PointV3 } >(
		sandbox,
		`/api/v3/service-points/${ id }`
	);
	assert.equal( status, 200 );
	return json.data;
}
