import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { ask, post } from './client';
import {
	clear,
	listed,
	order,
	type Receipt,
	type Refusal,
	refused,
	send,
} from './orders-client';
import { POINT, startSandbox, type Sandbox } from './server';

let sandbox: Sandbox;

before( async () => {
	sandbox = await startSandbox();
} );
after( () => sandbox.close() );
beforeEach( () => clear( sandbox ) );

describe( 'sending orders', () => {
	it( 'answers with an id for each, and lists them as they were sent', async () => {
		const { status, json } = await send< Receipt >(
			sandbox,
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

		const [ newest ] = await listed( sandbox );
		assert.equal( newest?.order_id, '2' );
		assert.equal( newest?.id, String( json.data[ 1 ]?.id ) );
		assert.deepEqual( newest?.[ 'service_point_details' ], {
			id: '1000001',
			extra_data: { partner_name: 'PostNL' },
		} );
	} );

	it( 'updates an order that is there: same order_id, same integration', async () => {
		const first = await send< Receipt >( sandbox, order( '1' ) );
		const second = await send< Receipt >(
			sandbox,
			order( '1', { order_number: 'N-1b' } )
		);
		assert.equal( second.json.data[ 0 ]?.id, first.json.data[ 0 ]?.id );
		const orders = await listed( sandbox );
		assert.equal( orders.length, 1 );
		assert.equal( orders[ 0 ]?.[ 'order_number' ], 'N-1b' );
	} );

	it( 'takes all of a batch or none, and names the order and the field', async () => {
		const address = { name: 'A', city: 'Oss', country_code: 'NL' };
		const errors = await refused(
			sandbox,
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
		assert.deepEqual( await listed( sandbox ), [] );
	} );

	it( 'refuses an integration that takes no orders, a currency it does not know, and a weight of nothing', async () => {
		const [ stranger ] = await refused(
			sandbox,
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
			sandbox,
			order( '1', {
				payment_details: {
					total_price: { value: 1, currency: 'PLN' },
					status: { code: 'paid' },
				},
			} )
		);
		assert.match( money?.source?.pointer ?? '', /total_price\/currency$/ );
		const [ weight ] = await refused(
			sandbox,
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
		const [ error ] = await refused( sandbox, ...many );
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
		await assert.rejects( send( sandbox, order( '1' ) ) );
		await ask( sandbox, '/_faults', { method: 'DELETE' } );
		assert.deepEqual(
			( await listed( sandbox ) ).map( ( { order_id: id } ) => id ),
			[ '1' ]
		);
	} );
} );
