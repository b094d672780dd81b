import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ask, type ListV3, listV3 } from './client';
import { POINT, startSandbox, type Sandbox } from './server';

let sandbox: Sandbox;

before( async () => {
	// A Tuesday, half past ten in the evening in Paris.
	sandbox = await startSandbox( {
		now: () => new Date( '2026-03-10T21:30:00Z' ),
	} );
} );
after( () => sandbox.close() );

const list = ( query: string ) => listV3( sandbox, query );

describe( 'API v3 list', () => {
	it( 'writes a point as documented', async () => {
		const { results } = await list(
			'NL&latitude=51.4379&longitude=5.4784&limit=1'
		);
		assert.deepEqual( results[ 0 ], {
			id: 1000001,
			name: 'Stadhuisplein Parcel Shop',
			carrier: {
				code: 'dhl',
				name: 'DHL',
				logo_url: `${ sandbox.url }/global-media/dhl/img/logo.svg`,
				icon_url: `${ sandbox.url }/global-media/dhl/img/icon.svg`,
			},
			carrier_service_point_id: 'NL-00001',
			carrier_shop_type: 'paketshop',
			general_shop_type: 'servicepoint',
			address: {
				street: 'Stadhuisplein',
				house_number: '1',
				postal_code: '5611 EM',
				city: 'Eindhoven',
				country_code: 'NL',
			},
			position: { latitude: 51.438022, longitude: 5.478543 },
			contact: { email: '', phone: '' },
			opening_times: {
				monday: [ { start_time: '09:00', end_time: '18:00' } ],
				tuesday: [ { start_time: '09:00', end_time: '18:00' } ],
				wednesday: [ { start_time: '09:00', end_time: '18:00' } ],
				thursday: [ { start_time: '09:00', end_time: '18:00' } ],
				friday: [ { start_time: '09:00', end_time: '18:00' } ],
				saturday: [ { start_time: '09:00', end_time: '17:00' } ],
				sunday: null,
			},
			is_open_tomorrow: true,
			next_open_at: '2026-03-11T09:00:00+01:00',
			is_expired: false,
			distance: 17,
		} );
	} );

	it( 'answers nearest first, in whole metres, at most 100 or the limit asked', async () => {
		const { results, geocoding } = await list(
			'FR&latitude=48.8566&longitude=2.3522'
		);
		assert.equal( results.length, 100 );
		assert.equal( geocoding, null );
		const distances = results.map( ( point ) => point.distance ?? -1 );
		assert.deepEqual(
			distances,
			[ ...distances ].sort( ( a, b ) => a - b )
		);
		assert.ok(
			distances.every(
				( distance ) => Number.isInteger( distance ) && distance >= 0
			)
		);
		assert.equal(
			( await list( 'FR&latitude=48.8566&longitude=2.3522&limit=7' ) )
				.results.length,
			7
		);
	} );

	it( 'keeps to the radius', async () => {
		const { results } = await list(
			'FR&latitude=48.8566&longitude=2.3522&radius=600&limit=200'
		);
		assert.ok( results.length > 3 );
		assert.ok(
			results.every( ( point ) => ( point.distance ?? 601 ) <= 600 )
		);
	} );

	it( 'keeps to the box, knows no distance there and no order', async () => {
		const { results } = await list(
			'FR&ne_latitude=48.88&ne_longitude=2.37&sw_latitude=48.84&sw_longitude=2.33'
		);
		assert.ok( results.length > 20 );
		for ( const { position, distance } of results ) {
			assert.equal( distance, null );
			assert.ok(
				position.latitude >= 48.84 && position.latitude <= 48.88
			);
			assert.ok(
				position.longitude >= 2.33 && position.longitude <= 2.37
			);
		}
		const ids = results.map( ( point ) => point.id );
		assert.notDeepEqual( ids, [ ...ids ].sort() );
	} );

	it( 'filters by repeated carriers, kinds, the carrier’s own word and its ids', async () => {
		const path =
			'/api/v3/service-points?country_code=DE&address=10178+Berlin&carrier_code=dhl';
		const carriers = await ask< ListV3 >(
			sandbox,
			`${ path }&carrier_code=ups`
		);
		assert.deepEqual(
			[
				...new Set(
					carriers.json.data.results.map(
						( point ) => point.carrier.code
					)
				),
			].sort(),
			[ 'dhl', 'ups' ]
		);
		const kinds = await ask< ListV3 >(
			sandbox,
			`${ path }&general_shop_type=locker&general_shop_type=post_office`
		);
		assert.deepEqual(
			[
				...new Set(
					kinds.json.data.results.map(
						( point ) => point.general_shop_type
					)
				),
			].sort(),
			[ 'locker', 'post_office' ]
		);
		const packstations = await ask< ListV3 >(
			sandbox,
			`${ path }&carrier_shop_type=packStation`
		);
		assert.equal(
			packstations.json.data.results[ 0 ]?.id,
			POINT.packstation
		);
		assert.ok(
			packstations.json.data.results.every( ( point ) =>
				point.name.startsWith( 'Packstation' )
			)
		);
		const byId = await ask< ListV3 >(
			sandbox,
			`${ path }&carrier_service_point_id=DE-00030`
		);
		assert.deepEqual(
			byId.json.data.results.map( ( point ) => point.id ),
			[ POINT.packstation ]
		);
	} );

	it( 'has nothing in a country it does not know', async () => {
		assert.deepEqual( await list( 'GB&address=London' ), {
			results: [],
			geocoding: {
				status: 'not_found',
				precision: null,
				formatted_address: null,
			},
		} );
	} );
} );

describe( 'API v3 geocoding', () => {
	const cases: Array< [ string, string, string | null, string | null ] > = [
		[
			'NL&address=Stadhuisplein+10,+5611+EM+Eindhoven',
			'matched',
			'street',
			'Stadhuisplein 10, 5611 EM Eindhoven, Nederland',
		],
		[
			"FR&address=12+bis+rue+de+l'Église,+69003+LYON",
			'matched',
			'street',
			"12 bis rue de l'Église, 69003 Lyon, France",
		],
		[ 'FR&address=75010', 'matched', 'postal_code', '75010 Paris, France' ],
		[
			'BE&address=brussels',
			'matched',
			'city',
			'Bruxelles, België / Belgique',
		],
		[
			'FR&address=rue+inconnue,+75010+Paris',
			'partially_matched',
			'postal_code',
			'75010 Paris, France',
		],
		[
			'FR&address=75010+Lyon',
			'partially_matched',
			'postal_code',
			'75010 Paris, France',
		],
		[ 'FR&address=75999', 'partially_matched', 'region', 'Paris, France' ],
		[ 'FR&address=Atlantis', 'not_found', null, null ],
		[
			'DE&address_street=Rosenthaler+Straße&address_house_number=40&address_postal_code=10178&address_city=Berlin',
			'matched',
			'street',
			'Rosenthaler Straße 40, 10178 Berlin, Deutschland',
		],
	];
	for ( const [ query, status, precision, formatted ] of cases ) {
		it( `answers ${ status }, ${ precision } to ${ query }`, async () => {
			const { results, geocoding } = await list( query );
			assert.deepEqual( geocoding, {
				status,
				precision,
				formatted_address: formatted,
			} );
			assert.equal( results.length > 0, status !== 'not_found' );
		} );
	}

	it( 'finds the same place again', async () => {
		const query = 'FR&address=3+rue+du+Test,+44000+Nantes';
		assert.deepEqual( await list( query ), await list( query ) );
	} );
} );
