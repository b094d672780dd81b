import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { ask, post } from './client';
import { signedUrl } from './panel/oauth';
import type { PanelOrder } from './panel/orders';
import { POINT, startSandbox, type Sandbox } from './server';

const KEYS = { consumerKey: 'ck_one', consumerSecret: 'cs_two' };

const ADDRESS = {
	first_name: 'Zoë',
	last_name: "O'Neil",
	address_1: '10 rue de la Paix',
	postcode: '75002',
	city: 'Paris',
	country: 'FR',
};

/** As WooCommerce's REST API gives an order, as far as the panel reads it. */
function order(
	id: number,
	status: string,
	point: unknown,
	methodId = 'service_point_v2_shipping_method'
): object {
	return {
		id,
		number: String( id ),
		status,
		currency: 'EUR',
		total: '24.90',
		date_created: '2026-03-10T11:22:33',
		billing: { ...ADDRESS, email: 'zoe@example.com' },
		shipping: ADDRESS,
		shipping_lines: [
			{ method_id: methodId, method_title: 'Livraison en point relais' },
		],
		meta_data:
			point === undefined
				? []
				: [
						{
							key: 'sendcloudshipping_v2_service_point',
							value: point,
						},
					],
	};
}

const PACKSTATION = {
	id: String( POINT.packstation ),
	toPostalCode: '12345678',
	name: 'Packstation <142>',
	street: 'Rosenthaler Straße',
	city: 'Berlin',
	postal_code: '10178',
	house_number: '40',
};

const ORDERS = [
	order( 11, 'processing', JSON.stringify( PACKSTATION ) ),
	order( 12, 'on-hold', undefined ),
	order(
		13,
		'pending',
		JSON.stringify( { ...PACKSTATION, house_number: null } )
	),
	order( 14, 'pending', PACKSTATION ),
	order( 15, 'processing', undefined, 'flat_rate' ),
	order( 16, 'completed', JSON.stringify( PACKSTATION ) ),
];

let shop: Server;
let shopUrl: string;
let asked: URL | null = null;
let sandbox: Sandbox;

before( async () => {
	shop = createServer( ( request, response ) => {
		asked = new URL( request.url ?? '/', shopUrl );
		const isKnown =
			asked.searchParams.get( 'oauth_consumer_key' ) === KEYS.consumerKey;
		response.writeHead( isKnown ? 200 : 401, {
			'Content-Type': 'application/json',
		} );
		response.end(
			JSON.stringify(
				isKnown ? ORDERS : { code: 'woocommerce_rest_cannot_view' }
			)
		);
	} );
	await new Promise< void >( ( resolve ) =>
		shop.listen( 0, '127.0.0.1', resolve )
	);
	shopUrl = `http://127.0.0.1:${ ( shop.address() as AddressInfo ).port }`;
	sandbox = await startSandbox( { shop: { url: `${ shopUrl }/`, ...KEYS } } );
} );
after( async () => {
	await sandbox.close();
	shop.closeAllConnections();
	shop.close();
} );

async function orders(): Promise< Map< number, PanelOrder > > {
	const { json } = await ask< { orders: PanelOrder[] } >(
		sandbox,
		'/panel/orders.json'
	);
	return new Map( json.orders.map( ( entry ) => [ entry.id, entry ] ) );
}

describe( 'the signature', () => {
	it( 'is that of OAuth 1.0a over the sorted, twice encoded query', () => {
		const url = new URL(
			signedUrl(
				'GET',
				'http://shop.test/wp-json/wc/v3/orders',
				{ status: 'pending,on-hold' },
				KEYS,
				new Date( 1_700_000_000_000 ),
				'nonce'
			)
		);
		const base =
			'GET&http%3A%2F%2Fshop.test%2Fwp-json%2Fwc%2Fv3%2Forders&oauth_consumer_key%3Dck_one%26oauth_nonce%3Dnonce' +
			'%26oauth_signature_method%3DHMAC-SHA256%26oauth_timestamp%3D1700000000%26status%3Dpending%252Con-hold';
		assert.equal(
			url.searchParams.get( 'oauth_signature' ),
			createHmac( 'sha256', 'cs_two&' ).update( base ).digest( 'base64' )
		);
	} );
} );

describe( 'the panel', () => {
	it( 'reads the point as Sendcloud does, and its post number', async () => {
		const { service_point: point } = ( await orders() ).get( 11 ) ?? {};
		assert.deepEqual( point, {
			id: '1000030',
			name: 'Packstation <142>',
			street: 'Rosenthaler Straße',
			house_number: '40',
			postal_code: '10178',
			city: 'Berlin',
			post_number: '12345678',
			carrier: { code: 'dhl', name: 'DHL' },
			country: 'DE',
		} );
		assert.equal( asked?.pathname, '/wp-json/wc/v3/orders' );
		assert.equal(
			asked?.searchParams.get( 'status' ),
			'pending,processing,on-hold'
		);
	} );

	it( 'has no point where there is none, a null in it, or no JSON string', async () => {
		const read = await orders();
		for ( const id of [ 12, 13, 14 ] ) {
			assert.equal( read.get( id )?.service_point, null );
			assert.equal( read.get( id )?.needs_service_point, true );
		}
		assert.equal( read.get( 15 )?.needs_service_point, false );
		assert.equal( read.has( 16 ), false );
	} );

	it( 'shows each order in a row, and nothing unescaped', async () => {
		const { text, status } = await ask( sandbox, '/panel' );
		assert.equal( status, 200 );
		const row = ( id: number ) =>
			text
				.split( `data-order-id="${ id }"` )[ 1 ]
				?.split( '</tr>' )[ 0 ] ?? '';
		assert.match(
			row( 11 ),
			/#11.*Packstation &lt;142&gt;.*DHL.*10178 Berlin.*1000030.*12345678/s
		);
		assert.match( row( 11 ), /Zoë O&#39;Neil/ );
		assert.match( row( 12 ), /No service point/ );
		assert.match( row( 15 ), /Home delivery/ );
		assert.ok( ! text.includes( '<142>' ) );
		assert.ok( ! text.includes( KEYS.consumerSecret ) );
	} );

	it( 'says so when the shop refuses or cannot be reached, and logs it for the integration', async () => {
		const connect = ( url: string, key: string ) =>
			ask(
				sandbox,
				'/_connect',
				post( { url, consumer_key: key, consumer_secret: 'cs_two' } )
			);
		await connect( shopUrl, 'ck_other' );
		assert.match(
			( await ask( sandbox, '/panel' ) ).text,
			/The shop refuses the key/
		);
		await connect( 'http://127.0.0.1:9', 'ck_one' );
		const unreachable = await ask( sandbox, '/panel' );
		assert.equal( unreachable.status, 200 );
		assert.match( unreachable.text, /The shop cannot be reached/ );

		const failing = await ask< {
			data: Array< { id: number; started_failing_at: string | null } >;
		} >( sandbox, '/api/v3/integrations' );
		const [ integration ] = failing.json.data;
		assert.ok( integration?.started_failing_at );
		const logs = await ask< {
			data: Array< { response_code: number | null } >;
		} >( sandbox, `/api/v3/integrations/${ integration?.id }/logs` );
		assert.deepEqual(
			logs.json.data.map( ( log ) => log.response_code ),
			[ null, 401 ]
		);
		assert.ok( ! logs.text.includes( 'oauth_signature' ) );

		await connect( shopUrl, 'ck_one' );
		assert.equal( ( await orders() ).size, 5 );
		const mended = await ask< {
			data: Array< { started_failing_at: string | null } >;
		} >( sandbox, '/api/v3/integrations' );
		assert.equal( mended.json.data[ 0 ]?.started_failing_at, null );
	} );

	it( 'refuses half a connection', async () => {
		assert.equal(
			( await ask( sandbox, '/_connect', post( { url: shopUrl } ) ) )
				.status,
			400
		);
	} );
} );
