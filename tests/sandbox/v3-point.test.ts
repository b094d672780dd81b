import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ask, pointV3 } from './client';
import { POINT, startSandbox, type Sandbox } from './server';

let sandbox: Sandbox;

before( async () => {
	// A Tuesday, half past ten in the evening in Paris.
	sandbox = await startSandbox( {
		now: () => new Date( '2026-03-10T21:30:00Z' ),
	} );
} );
after( () => sandbox.close() );

const one = ( id: number ) => pointV3( sandbox, id );

describe( 'API v3 single point', () => {
	it( 'has no distance', async () => {
		assert.equal( 'distance' in ( await one( POINT.parisShop ) ), false );
	} );

	it( 'answers 404 for an id it does not know', async () => {
		const { status, json } = await ask(
			sandbox,
			`/api/v3/service-points/${ POINT.missing }`
		);
		assert.equal( status, 404 );
		assert.deepEqual( json, {
			errors: [
				{
					status: '404',
					code: 'not_found',
					detail: 'The service point could not be found',
				},
			],
		} );
	} );

	it( 'checks availability with a POST', async () => {
		const check = ( id: number, method = 'POST' ) =>
			ask( sandbox, `/api/v3/service-points/${ id }/check-availability`, {
				method,
			} );
		assert.deepEqual( ( await check( POINT.parisShop ) ).json, {
			data: { is_available: true },
		} );
		assert.deepEqual( ( await check( POINT.unavailable ) ).json, {
			data: { is_available: false },
		} );
		assert.equal( ( await check( POINT.missing ) ).status, 404 );
		assert.equal( ( await check( POINT.parisShop, 'GET' ) ).status, 404 );
	} );

	it( 'names the points that have an oddity', async () => {
		const { json } = await ask< { ids: number[] } >(
			sandbox,
			'/_oddities/expired?country=FR&limit=30'
		);
		assert.equal( json.ids.length, 30 );
		assert.ok( json.ids.includes( POINT.expired ) );
		assert.equal( ( await one( json.ids[ 9 ] ?? 0 ) ).is_expired, true );
		assert.equal( ( await ask( sandbox, '/_oddities/odd' ) ).status, 404 );
	} );

	it( 'answers an expired point by its id, and in no search of an area', async () => {
		const list = ( place: string ) =>
			ask< { data: { results: Array< { id: number } > } } >(
				sandbox,
				`/api/v3/service-points?country_code=FR&carrier_code=mondial_relay&${ place }`
			).then( ( { json } ) => json.data.results.map( ( { id } ) => id ) );
		assert.deepEqual( await list( 'carrier_service_point_id=FR-00014' ), [
			POINT.expired,
		] );
		assert.equal(
			( await list( 'latitude=48.8737&longitude=2.3561' ) ).includes(
				POINT.expired
			),
			false
		);
	} );

	it( 'answers with the carrier that has taken the place of the one asked for, or serves it in the country', async () => {
		const carriers = async ( query: string ) => {
			const { json } = await ask< {
				data: { results: Array< { carrier: { code: string } } > };
			} >( sandbox, `/api/v3/service-points?${ query }` );
			return [
				...new Set(
					json.data.results.map( ( { carrier } ) => carrier.code )
				),
			];
		};
		assert.deepEqual(
			await carriers(
				'country_code=FR&carrier_code=relais_colis&address=75010'
			),
			[ 'relais_national' ]
		);
		assert.deepEqual(
			await carriers( 'country_code=BE&carrier_code=dhl&address=1000' ),
			[ 'bpost' ]
		);
	} );

	it( 'is shut for holidays this week, and says when it opens', async () => {
		const point = await one( POINT.holiday );
		assert.deepEqual( Object.values( point.opening_times ?? {} ), [
			null,
			null,
			null,
			null,
			null,
			null,
			null,
		] );
		assert.equal( point.next_open_at, '2026-03-16T09:00:00+01:00' );
		assert.equal( point.is_open_tomorrow, false );
	} );

	it( 'keeps the oddities README.md promises', async () => {
		assert.equal(
			( await one( POINT.quotedName ) ).name,
			'Tabac "Le Balto"'
		);
		assert.equal(
			( await one( POINT.accentedName ) ).address[ 'house_number' ],
			''
		);
		assert.equal( ( await one( POINT.expired ) ).is_expired, true );
		assert.equal( ( await one( POINT.unavailable ) ).is_expired, false );

		const unknown = await one( POINT.noHours );
		assert.equal( unknown.opening_times, null );
		assert.equal( unknown.general_shop_type, null );
		assert.equal( unknown.carrier_shop_type, null );

		const closed = await one( POINT.closedAllWeek );
		assert.deepEqual(
			new Set( Object.values( closed.opening_times ?? {} ) ),
			new Set( [ null ] )
		);
		assert.equal( closed.next_open_at, null );
		assert.equal( closed.is_open_tomorrow, false );

		const split = await one( POINT.splitDays );
		assert.equal( split.opening_times?.[ 'monday' ], null );
		assert.deepEqual( split.opening_times?.[ 'tuesday' ], [
			{ start_time: '09:00', end_time: '12:00' },
			{ start_time: '13:30', end_time: '17:15' },
		] );

		const packstation = await one( POINT.packstation );
		assert.equal( packstation.general_shop_type, 'locker' );
		assert.equal( packstation.carrier_shop_type, 'packStation' );
		assert.deepEqual( packstation.opening_times?.[ 'sunday' ], [
			{ start_time: '00:00', end_time: '23:59' },
		] );
		assert.equal(
			( await one( POINT.brussels ) ).address[ 'country_code' ],
			'BE'
		);
	} );
} );

describe( 'API v3 integrations', () => {
	it( 'shows the integration and its logs in the documented fields', async () => {
		const { json } = await ask< {
			data: Array< Record< string, unknown > >;
		} >( sandbox, '/api/v3/integrations' );
		const integration = json.data[ 0 ] ?? {};
		assert.deepEqual( Object.keys( integration ).sort(), [
			'created_at',
			'feedback_type',
			'id',
			'last_fetched_at',
			'service_point_carriers',
			'service_point_enabled',
			'shop_name',
			'started_failing_at',
			'type',
			'updated_at',
			'webhook_active',
			'webhook_url',
		] );
		assert.equal( integration[ 'service_point_enabled' ], true );
		const path = `/api/v3/integrations/${ integration[ 'id' ] }`;
		assert.deepEqual( ( await ask( sandbox, path ) ).json, {
			data: integration,
		} );
		assert.deepEqual( ( await ask( sandbox, `${ path }/logs` ) ).json, {
			data: [],
		} );
	} );
} );
