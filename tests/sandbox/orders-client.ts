/** Sends orders to a running sandbox and asks for them; for its tests. */
import assert from 'node:assert/strict';
import { type Answer, ask, post } from './client';
import { API_INTEGRATION_ID } from './integration';
import { POINT, type Sandbox } from './server';

export interface Receipt {
	data: Array< { id: number; order_id: string; order_number: string } >;
}

export interface Refusal {
	errors: Array< {
		status: string;
		code: string;
		detail: string;
		source?: { pointer?: string };
	} >;
}

export interface Listed {
	data: Array< Record< string, unknown > & { id: string; order_id: string } >;
}

export const EUR = ( value: number ) => ( { value, currency: 'EUR' } );

/** The documentation's order to a service point. */
export function order( orderId: string, changes: object = {} ): object {
	return {
		order_id: orderId,
		order_number: `N-${ orderId }`,
		order_details: {
			integration: { id: API_INTEGRATION_ID },
			status: { code: 'fulfilled', message: 'Fulfilled' },
			order_created_at: '2018-02-27T10:00:00.555Z',
			order_updated_at: '2018-02-27T10:00:00.555Z',
			order_items: [
				{
					name: 'Cylinder candle',
					description: 'Pebble green - 12x8 cm',
					measurement: { weight: { value: 1, unit: 'kg' } },
					quantity: 1,
					unit_price: EUR( 3.5 ),
					total_price: EUR( 3.5 ),
				},
			],
		},
		payment_details: {
			total_price: EUR( 3.5 ),
			status: { code: 'paid', message: 'Paid' },
		},
		service_point_details: {
			id: String( POINT.eindhovenShop ),
			extra_data: { partner_name: 'PostNL' },
		},
		shipping_address: {
			name: 'John Doe',
			address_line_1: 'Lansdown Glade',
			house_number: '15',
			postal_code: '5341AB',
			city: 'Oss',
			country_code: 'NL',
			phone_number: '0612345678',
		},
		...changes,
	};
}

export const send = < T >(
	sandbox: Sandbox,
	...orders: unknown[]
): Promise< Answer< T > > =>
	ask< T >( sandbox, '/api/v3/orders', post( orders ) );

export async function listed(
	sandbox: Sandbox,
	query = ''
): Promise< Listed[ 'data' ] > {
	return ( await ask< Listed >( sandbox, `/api/v3/orders?${ query }` ) ).json
		.data;
}

export async function refused(
	sandbox: Sandbox,
	...orders: unknown[]
): Promise< Refusal[ 'errors' ] > {
	const { status, json } = await send< Refusal >( sandbox, ...orders );
	assert.equal( status, 400 );
	return json.errors;
}

export async function clear( sandbox: Sandbox ): Promise< void > {
	for ( const { id } of await listed( sandbox ) ) {
		await ask( sandbox, `/api/v3/orders/${ id }`, { method: 'DELETE' } );
	}
}
