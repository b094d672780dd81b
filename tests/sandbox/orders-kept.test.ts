import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { ask, post } from './client';
import { API_INTEGRATION_ID } from './integration';
import {
	clear,
	type Listed,
	listed,
	order,
	type Receipt,
	send,
} from './orders-client';
import type { Reading } from './panel/shop';
import { POINT, startSandbox, type Sandbox } from './server';

let sandbox: Sandbox;

before( async () => {
	sandbox = await startSandbox();
} );
after( () => sandbox.close() );
beforeEach( () => clear( sandbox ) );

describe( 'an order', () => {
	it( 'is found by its order_id, whatever the case', async () => {
		await send( sandbox, order( 'Ab' ), order( 'abc' ) );
		const found = await listed(
			sandbox,
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
		await send( sandbox, order( '1' ), order( '2' ), order( '3' ) );
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
		const { json } = await send< Receipt >( sandbox, order( '1' ) );
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
		const { json } = await send< Receipt >( sandbox, order( '1' ) );
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
			sandbox,
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
		await send( sandbox, order( '11' ), order( '12' ) );
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
