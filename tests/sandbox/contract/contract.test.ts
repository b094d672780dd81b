import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ask, LIST_V3, post } from '../client';
import type { Reply, Request } from '../http';
import { API_INTEGRATION_ID, INTEGRATION_ID } from '../integration';
import { ODDITIES } from '../oddities';
import { order } from '../orders-client';
import { POINT, startSandbox, type Sandbox } from '../server';
import { Contract, type Violation } from './contract';
import { DEVIATIONS } from './deviations';
import { findDocuments } from './documents';

const documents = findDocuments();
const skip =
	documents.length === 0 &&
	'Sendcloud’s OpenAPI documents are not at hand (SENDCLOUD_OPENAPI_PATH).';

/** What the sandbox plays of the documents; all of it has to have been judged. */
const PLAYED = [
	'GET /api/v3/service-points 200',
	'GET /api/v3/service-points 400',
	'GET /api/v3/service-points 401',
	'GET /api/v3/service-points 500',
	'GET /api/v3/service-points 503',
	'GET /api/v3/service-points/{service_point_id} 200',
	'GET /api/v3/service-points/{service_point_id} 404',
	'POST /api/v3/service-points/{service_point_id}/check-availability 200',
	'POST /api/v3/service-points/{service_point_id}/check-availability 404',
	'GET /api/v3/integrations 200',
	'GET /api/v3/integrations/{id} 200',
	'GET /api/v3/integrations/{id} 404',
	'GET /api/v3/integrations/logs 200',
	'GET /api/v3/integrations/{id}/logs 200',
	'GET /api/v3/orders 200',
	'GET /api/v3/orders 400',
	'GET /api/v3/orders 404',
	'POST /api/v3/orders 201',
	'POST /api/v3/orders 400',
	'GET /api/v3/orders/{id} 200',
	'GET /api/v3/orders/{id} 404',
	'PATCH /api/v3/orders/{id} 200',
	'PATCH /api/v3/orders/{id} 400',
	'PATCH /api/v3/orders/{id} 404',
	'DELETE /api/v3/orders/{id} 204',
	'DELETE /api/v3/orders/{id} 404',
	'GET /api/v2/integrations 200',
	'GET /api/v2/integrations/{id} 200',
	'GET /api/v2/integrations/{id} 404',
	'GET /api/v2/integrations/logs 200',
	'GET /api/v2/integrations/{id}/logs 200',
];

const PLACES = [
	'',
	'&address=10+rue+de+la+Paix,+75002+Paris',
	'&address=75010',
	'&address=75999',
	'&address=Lyon',
	'&address=Atlantis',
	'&address_postal_code=75010&address_city=Paris',
	'&latitude=48.8738&longitude=2.3556&radius=2000',
	'&ne_latitude=48.9&ne_longitude=2.4&sw_latitude=48.8&sw_longitude=2.3',
	'&latitude=48.8738&longitude=2.3556&general_shop_type=locker&general_shop_type=post_office',
];

interface Judgement {
	judged: Record< string, number >;
	deviations: string[];
	violations: Violation[];
}

describe( 'The sandbox, by Sendcloud’s documents', { skip }, () => {
	let sandbox: Sandbox;
	const get = ( path: string ) => ask( sandbox, path );
	const json = { 'Content-Type': 'application/json' };

	before( async () => {
		sandbox = await startSandbox( { contract: true } );
	} );
	after( () => sandbox.close() );

	it( 'searches', async () => {
		for ( const country of [ 'FR', 'NL', 'BE', 'DE', 'ES', 'IT' ] ) {
			for ( const place of PLACES ) {
				await get( LIST_V3 + country + place );
			}
		}
		await get(
			'/api/v3/service-points?country_code=FR&carrier_code=chronopost&carrier_code=mondial_relay&limit=200'
		);
	} );

	it( 'refuses searches', async () => {
		for ( const query of [
			'country_code=XX&use_integration_carriers=true',
			'country_code=FR',
			'country_code=FR&carrier_code=acme',
			'country_code=FR&carrier_code=dpd&use_integration_carriers=true',
			'country_code=FR&use_integration_carriers=true&ne_latitude=48.9',
		] ) {
			const { status } = await get( `/api/v3/service-points?${ query }` );
			assert.equal( status, 400 );
		}
	} );

	it( 'fails as it is told to', async () => {
		for ( const fault of [
			'unauthorized',
			'not_enabled',
			'rate_limited',
			'server_error',
			'geocoder_down',
			'html',
			'integration_off',
			'v3_missing',
		] ) {
			await ask( sandbox, '/_faults', post( { fault, times: 2 } ) );
			await get( `${ LIST_V3 }FR&address=Lyon` );
			await get( '/api/v3/integrations' );
			await ask( sandbox, '/_faults', { method: 'DELETE' } );
		}
	} );

	it( 'answers for each point with a known id', async () => {
		for ( const id of Object.values( POINT ) ) {
			await get( `/api/v3/service-points/${ id }` );
			await ask(
				sandbox,
				`/api/v3/service-points/${ id }/check-availability`,
				{ method: 'POST' }
			);
		}
	} );

	it( 'answers for each oddity', async () => {
		for ( const name of Object.keys( ODDITIES ) ) {
			const { json: found } = await ask< { ids: number[] } >(
				sandbox,
				`/_oddities/${ name }?limit=5`
			);
			assert.ok( found.ids.length, name );
			for ( const id of found.ids ) {
				await get( `/api/v3/service-points/${ id }` );
			}
		}
	} );

	it( 'describes the integrations and what went wrong with them', async () => {
		await ask(
			sandbox,
			'/_connect',
			post( {
				url: 'http://127.0.0.1:9',
				consumer_key: 'ck_x',
				consumer_secret: 'cs_x',
			} )
		);
		await get( '/panel' );
		for ( const version of [ 'v2', 'v3' ] ) {
			const path = `/api/${ version }/integrations`;
			for ( const part of [
				'',
				'/logs',
				`/${ INTEGRATION_ID }`,
				`/${ API_INTEGRATION_ID }`,
				`/${ INTEGRATION_ID }/logs`,
				'/99',
			] ) {
				await get( path + part );
			}
		}
	} );

	it( 'takes, shows, changes and deletes orders', async () => {
		const path = '/api/v3/orders';
		const upsert = ( ...orders: object[] ) =>
			ask< { data: Array< { id: number } > } >( sandbox, path, {
				...post( orders ),
				headers: json,
			} );
		const { data } = ( await upsert( order( 'A' ), order( 'B' ) ) ).json;
		const own = `${ path }/${ data[ 0 ]?.id }`;
		const patch = ( to: string, changes: object ) =>
			ask( sandbox, to, {
				method: 'PATCH',
				body: JSON.stringify( changes ),
				headers: json,
			} );
		await upsert(
			order( 'C', { order_details: { integration: { id: 1 } } } )
		);
		await upsert(
			order( 'F', {
				payment_details: {
					total_price: { value: 3.5, currency: 'CHF' },
					status: { code: 'paid' },
				},
			} )
		);
		await upsert( order( 'D', { shipping_address: { name: 'Robin' } } ) );
		await get(
			`${ path }?integration=${ API_INTEGRATION_ID }&page_size=1`
		);
		await get( `${ path }?integration=1` );
		await get( `${ path }?cursor=none` );
		await get( own );
		await get( `${ path }/1` );
		await patch( own, { order_details: { tags: [ 'late' ] } } );
		await patch( own, {
			order_details: { order_items: [ { name: 'No such' } ] },
		} );
		await patch( `${ path }/1`, {} );
		await ask( sandbox, own, { method: 'DELETE' } );
		await ask( sandbox, own, { method: 'DELETE' } );
	} );

	it( 'has said nothing that the documents do not', async () => {
		const { judged, deviations, violations } = (
			await ask< Judgement >( sandbox, '/_contract' )
		).json;
		assert.deepEqual(
			// Some of what is asked here is wrong, to be refused.
			violations.filter( ( { side } ) => side === 'answer' ),
			[]
		);
		assert.deepEqual(
			PLAYED.filter( ( answer ) => ! ( answer in judged ) ),
			[],
			'Everything that is played has to have been judged.'
		);
		assert.deepEqual(
			deviations.sort(),
			DEVIATIONS.map( ( { reason } ) => reason ).sort(),
			'A deviation that does not happen any more has to go from the list.'
		);
	} );
} );

describe( 'What disagrees with the documents is named', { skip }, () => {
	const request = ( changes: Partial< Request > ): Request => ( {
		method: 'GET',
		path: '/api/v3/service-points',
		query: new URLSearchParams(
			'country_code=FR&use_integration_carriers=true'
		),
		headers: { 'content-type': 'application/json' },
		body: '',
		...changes,
	} );
	const judge = ( asked: Request, reply: Reply | null ): string[] => {
		const contract = new Contract( documents );
		contract.judge( asked, reply );
		return contract
			.violations()
			.map(
				( { side, at, problem } ) => `${ side } ${ at } ${ problem }`
			);
	};

	it( 'a parameter that is unknown, missing, out of bounds or of another type', () => {
		const query = new URLSearchParams(
			'country=FR&limit=1000&radius=wide&general_shop_type=locker,post_office'
		);
		assert.deepEqual( judge( request( { query } ), null ), [
			"request ? must have required property 'country_code'",
			'request ? the document has no "country"',
			'request ?radius must be integer',
			'request ?general_shop_type/* must be equal to one of the allowed values: ["servicepoint","locker","post_office","carrier_depot"]',
			'request ?limit must be <= 200',
		] );
	} );

	it( 'a body where none is wanted, and a call that does not exist', () => {
		const path = '/api/v3/service-points/1/check-availability';
		assert.deepEqual(
			judge(
				request( {
					method: 'POST',
					path,
					query: new URLSearchParams(),
					body: '{}',
				} ),
				null
			),
			[ 'request / nothing is to be sent' ]
		);
		assert.deepEqual( judge( request( { path } ), null ), [
			'request / the documents have no such operation',
		] );
	} );

	it( 'a field of an order', () => {
		const body = ( changes: object ): Partial< Request > => ( {
			method: 'POST',
			path: '/api/v3/orders',
			query: new URLSearchParams(),
			body: JSON.stringify( [ order( '1', changes ) ] ),
		} );
		assert.deepEqual( judge( request( body( { colour: 'red' } ) ), null ), [
			'request /* the document has no "colour"',
		] );
		assert.ok(
			judge(
				request( body( { service_point_details: { id: 1000001 } } ) ),
				null
			).includes( 'request /*/service_point_details/id must be string' )
		);
	} );

	it( 'an answer', () => {
		const ok = request( {} );
		assert.deepEqual(
			judge( ok, {
				status: 200,
				body: {
					data: {
						results: [ { id: '7' } ],
						geocoding: null,
						page: 1,
					},
				},
			} ).filter( ( line ) => ! line.includes( 'required' ) ),
			[
				'answer /data the document has no "page"',
				'answer /data/results/*/id must be integer',
			]
		);
		assert.deepEqual( judge( ok, { status: 200, body: '<html>' } ), [
			'answer / must be JSON',
		] );
		assert.deepEqual( judge( ok, { status: 418, body: { error: 'x' } } ), [
			'answer / the document has no "error"',
		] );
	} );
} );
