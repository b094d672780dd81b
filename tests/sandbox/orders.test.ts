import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { ask, post } from './client';
import { API_INTEGRATION_ID } from './integration';
import type { Reading } from './panel/shop';
import { POINT, startSandbox, type Sandbox } from './server';

interface Receipt {
	data: Array< { id: number; order_id: string; order_number: string } >;
}

interface Refusal {
	errors: Array< {
		status: string;
		code: string;
		detail: string;
		source?: { pointer?: string };
	} >;
}

interface Listed {
	data: Array< Record< string, unknown > & { id: string; order_id: string } >;
}

let sandbox: Sandbox;

before( async () => {
	sandbox = await startSandbox();
} );
after( () => sandbox.close() );
beforeEach( async () => {
	for ( const { id } of await listed() ) {
		await ask( sandbox, `/api/v3/orders/${ id }`, { method: 'DELETE' } );
	}
} );

const EUR = ( value: number ) => ( { value, currency: 'EUR' } );

/** The documentation's order to a service point. */
function order( orderId: string, changes: object = {} ): object {
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

const send = < T >( ...orders: unknown[] ) =>
	ask< T >( sandbox, '/api/v3/orders', post( orders ) );

async function listed( query = '' ): Promise< Listed[ 'data' ] > {
	return ( await ask< Listed >( sandbox, `/api/v3/orders?${ query }` ) ).json
		.data;
}

async function refused( ...orders: unknown[] ): Promise< Refusal[ 'errors' ] > {
	const { status, json } = await send< Refusal >( ...orders );
	assert.equal( status, 400 );
	return json.errors;
}

describe( 'sending orders', () => {
	it( 'answers with an id for each, and lists them as they were sent', async () => {
		const { status, json } = await send< Receipt >(
			order( '1' ),
			order( '2' )
		);
		assert.equal( status, 201 );
		assert.deepEqual(
			json.data.map( ( entry ) => [
				entry.order_id,
				entry.order_number,
			] ),
			[
				[ '1', 'N-1' ],
				[ '2', 'N-2' ],
			]
		);
		assert.ok( json.data.every( ( { id } ) => Number.isInteger( id ) ) );

		const [ newest ] = await listed();
		assert.equal( newest?.order_id, '2' );
		assert.equal( newest?.id, String( json.data[ 1 ]?.id ) );
		assert.deepEqual( newest?.[ 'service_point_details' ], {
			id: '1000001',
			extra_data: { partner_name: 'PostNL' },
		} );
	} );

	it( 'updates an order that is there: same order_id, same integration', async () => {
		const first = await send< Receipt >( order( '1' ) );
		const second = await send< Receipt >(
			order( '1', { order_number: 'N-1b' } )
		);
		assert.equal( second.json.data[ 0 ]?.id, first.json.data[ 0 ]?.id );
		const orders = await listed();
		assert.equal( orders.length, 1 );
		assert.equal( orders[ 0 ]?.[ 'order_number' ], 'N-1b' );
	} );

	it( 'takes all of a batch or none, and names the order and the field', async () => {
		const address = { name: 'A', city: 'Oss', country_code: 'NL' };
		const errors = await refused(
			order( '1' ),
			order( '2', { shipping_address: address } ),
			order( '3', { service_point_details: { id: POINT.eindhovenShop } } )
		);
		assert.deepEqual(
			errors.map( ( { detail, source } ) => [ source?.pointer, detail ] ),
			[
				[
					'/data/attributes/[1]/shipping_address/address_line_1',
					'Field required',
				],
				[
					'/data/attributes/[1]/shipping_address/postal_code',
					'Field required',
				],
				[
					'/data/attributes/[2]/service_point_details/id',
					'Input should be a valid string',
				],
			]
		);
		assert.deepEqual( await listed(), [] );
	} );

	it( 'refuses an integration that takes no orders, a currency it does not know, and a weight of nothing', async () => {
		const [ stranger ] = await refused(
			order( '1', {
				order_details: {
					integration: { id: 451234 },
					status: { code: 'processing' },
					order_created_at: '2026-03-10T10:00:00Z',
					order_items: [],
				},
			} )
		);
		assert.equal(
			stranger?.detail,
			'Integration with id 451234 does not exist'
		);
		const [ money ] = await refused(
			order( '1', {
				payment_details: {
					total_price: { value: 1, currency: 'PLN' },
					status: { code: 'paid' },
				},
			} )
		);
		assert.match( money?.source?.pointer ?? '', /total_price\/currency$/ );
		const [ weight ] = await refused(
			order( '1', {
				shipping_details: {
					measurement: { weight: { value: 0, unit: 'kg' } },
				},
			} )
		);
		assert.equal( weight?.detail, 'Input should be greater than 0' );
	} );

	it( 'refuses what is no list, and more than a hundred', async () => {
		const single = await ask< Refusal >(
			sandbox,
			'/api/v3/orders',
			post( order( '1' ) )
		);
		assert.equal( single.status, 400 );
		assert.equal( single.json.errors[ 0 ]?.code, 'non_field_errors' );
		const many = Array.from( { length: 101 }, ( _, index ) =>
			order( String( index ) )
		);
		const [ error ] = await refused( ...many );
		assert.equal(
			error?.detail,
			'Orders list should have at most 100 items, not 101'
		);
	} );

	it( 'needs the keys', async () => {
		const { status } = await ask( sandbox, '/api/v3/orders', {
			...post( [ order( '1' ) ] ),
			headers: { Authorization: 'Basic bm9uZTpub25l' },
		} );
		assert.equal( status, 401 );
	} );

	it( 'keeps what arrived when the answer is lost on the way', async () => {
		await ask( sandbox, '/_faults', post( { fault: 'lost_answer' } ) );
		await assert.rejects( send( order( '1' ) ) );
		await ask( sandbox, '/_faults', { method: 'DELETE' } );
		assert.deepEqual(
			( await listed() ).map( ( { order_id: id } ) => id ),
			[ '1' ]
		);
	} );
} );

describe( 'an order', () => {
	it( 'is found by its order_id, whatever the case', async () => {
		await send( order( 'Ab' ), order( 'abc' ) );
		const found = await listed(
			`order_id=aB&integration=${ API_INTEGRATION_ID }`
		);
		assert.deepEqual(
			found.map( ( { order_id: id } ) => id ),
			[ 'Ab' ]
		);
		assert.equal(
			( await ask( sandbox, '/api/v3/orders?integration=128' ) ).status,
			400
		);
	} );

	it( 'comes in pages', async () => {
		await send( order( '1' ), order( '2' ), order( '3' ) );
		const first = await ask< Listed >(
			sandbox,
			'/api/v3/orders?page_size=2'
		);
		assert.equal( first.json.data.length, 2 );
		const next = /<([^>]+)>; rel="next"/.exec(
			first.headers.get( 'link' ) ?? ''
		)?.[ 1 ];
		const second = await ask< Listed >( sandbox, next ?? '' );
		assert.deepEqual(
			second.json.data.map( ( { order_id: id } ) => id ),
			[ '1' ]
		);
		assert.equal( second.headers.get( 'link' ), null );
		assert.equal(
			( await ask( sandbox, '/api/v3/orders?cursor=nonsense' ) ).status,
			404
		);
	} );

	it( 'changes in part, its items by name', async () => {
		const { json } = await send< Receipt >( order( '1' ) );
		const path = `/api/v3/orders/${ json.data[ 0 ]?.id }`;
		const patch = ( body: unknown ) =>
			ask( sandbox, path, {
				method: 'PATCH',
				body: JSON.stringify( body ),
			} );
		await patch( {
			order_details: {
				status: { code: 'cancelled' },
				order_items: [ { name: 'Cylinder candle', quantity: 2 } ],
			},
		} );
		const { json: shown } = await ask< {
			data: {
				order_details: {
					status: { code: string; message: string };
					order_items: Array< { quantity: number } >;
				};
			};
		} >( sandbox, path );
		assert.deepEqual( shown.data.order_details.status, {
			code: 'cancelled',
			message: 'Fulfilled',
		} );
		assert.equal( shown.data.order_details.order_items[ 0 ]?.quantity, 2 );
		const unknown = await patch( {
			order_details: { order_items: [ { name: 'Nothing' } ] },
		} );
		assert.equal( unknown.status, 400 );
	} );

	it( 'is gone once deleted', async () => {
		const { json } = await send< Receipt >( order( '1' ) );
		const path = `/api/v3/orders/${ json.data[ 0 ]?.id }`;
		const gone = await ask( sandbox, path, { method: 'DELETE' } );
		assert.equal( gone.status, 204 );
		assert.equal( gone.text, '' );
		assert.equal( ( await ask( sandbox, path ) ).status, 404 );
		assert.equal(
			( await ask( sandbox, path, { method: 'DELETE' } ) ).status,
			404
		);
	} );
} );

describe( 'the integrations', () => {
	it( 'are one that fetches orders and one that is sent them', async () => {
		const { json } = await ask< {
			data: Array< { id: number; type: string } >;
		} >( sandbox, '/api/v3/integrations' );
		assert.deepEqual(
			json.data.map( ( { id, type } ) => [ id, type ] ),
			[
				[ 451234, 'woocommerce_v2' ],
				[ API_INTEGRATION_ID, 'api' ],
			]
		);
	} );
} );

describe( 'the panel', () => {
	const panel = async () =>
		( await ask< Reading >( sandbox, '/panel/orders.json' ) ).json;

	it( 'shows an order that was sent, with its point', async () => {
		await send(
			order( '11', {
				service_point_details: {
					id: String( POINT.packstation ),
					post_number: '12345678',
				},
			} )
		);
		const { orders, error } = await panel();
		assert.equal( error, null );
		const [ shown ] = orders;
		assert.deepEqual( shown?.sources, [ 'API' ] );
		assert.equal( shown?.number, 'N-11' );
		assert.equal( shown?.service_point?.post_number, '12345678' );
		assert.match( shown?.service_point?.name ?? '', /Packstation/ );
		assert.match(
			( await ask( sandbox, '/panel' ) ).text,
			/data-field="source">API</
		);
	} );

	it( 'has one row for an order it also reads from the shop', async () => {
		const shop = createServer( ( _request, response ) => {
			response.end(
				JSON.stringify( [
					{
						id: 11,
						number: '11',
						status: 'processing',
						currency: 'EUR',
						total: '3.50',
						date_created: '2026-03-10T11:22:33',
						billing: { email: 'john@example.com' },
						shipping: { address_1: 'Lansdown Glade' },
						shipping_lines: [],
						meta_data: [],
					},
				] )
			);
		} );
		await new Promise< void >( ( resolve ) =>
			shop.listen( 0, '127.0.0.1', resolve )
		);
		const { port } = shop.address() as AddressInfo;
		await ask(
			sandbox,
			'/_connect',
			post( {
				url: `http://127.0.0.1:${ port }`,
				consumer_key: 'ck',
				consumer_secret: 'cs',
			} )
		);
		await send( order( '11' ), order( '12' ) );
		const { orders } = await panel();
		shop.close();
		assert.deepEqual(
			orders.map( ( { id, sources } ) => [ id, sources ] ),
			[
				[ 12, [ 'API' ] ],
				[ 11, [ 'WooCommerce V2', 'API' ] ],
			]
		);
	} );
} );
