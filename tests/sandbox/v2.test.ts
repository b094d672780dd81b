import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ask, type PointV2 } from './client';
import { POINT, startSandbox, type Sandbox } from './server';

const LIST = '/api/v2/service-points';

let sandbox: Sandbox;

before( async () => {
	sandbox = await startSandbox( {
		now: () => new Date( '2026-03-10T21:30:00Z' ),
	} );
} );
after( () => sandbox.close() );

async function list( query: string ): Promise< PointV2[] > {
	const { status, json } = await ask< PointV2[] >(
		sandbox,
		`${ LIST }?${ query }`
	);
	assert.equal( status, 200 );
	return json;
}

function error( code: number, path: string, message: string ): object {
	return { error: { code, request: `api/v2${ path }/`, message } };
}

describe( 'API v2', () => {
	it( 'writes a point as documented', async () => {
		const [ point ] = await list(
			'country=NL&latitude=51.4379&longitude=5.4784'
		);
		assert.deepEqual( point, {
			id: 1000001,
			code: 'NL-00001',
			is_active: true,
			shop_type: 'paketshop',
			general_shop_type: 'servicepoint',
			extra_data: [],
			name: 'Stadhuisplein Parcel Shop',
			street: 'Stadhuisplein',
			house_number: '1',
			postal_code: '5611EM',
			city: 'EINDHOVEN',
			latitude: '51.438022',
			longitude: '5.478543',
			email: '',
			phone: '',
			homepage: '',
			carrier: 'dhl',
			country: 'NL',
			formatted_opening_times: {
				0: [ '09:00 - 18:00' ],
				1: [ '09:00 - 18:00' ],
				2: [ '09:00 - 18:00' ],
				3: [ '09:00 - 18:00' ],
				4: [ '09:00 - 18:00' ],
				5: [ '09:00 - 17:00' ],
				6: [],
			},
			open_tomorrow: true,
			open_upcoming_week: true,
			distance: 17,
		} );
	} );

	it( 'takes the public key alone', async () => {
		const init = { headers: { Authorization: '' } };
		const path = `${ LIST }?country=FR&address=75010`;
		assert.equal(
			(
				await ask(
					sandbox,
					`${ path }&access_token=sandbox-public`,
					init
				)
			).status,
			200
		);
		const refused = await ask(
			sandbox,
			`${ path }&access_token=other`,
			init
		);
		assert.equal( refused.status, 401 );
		assert.deepEqual(
			refused.json,
			error( 401, '/service-points', 'Invalid username/password.' )
		);
	} );

	it( 'takes a comma list of carriers, and all of them without one', async () => {
		const carriers = ( points: PointV2[] ) =>
			[ ...new Set( points.map( ( point ) => point.carrier ) ) ].sort();
		assert.deepEqual(
			carriers(
				await list( 'country=NL&address=5611&carrier=dhl,postnl' )
			),
			[ 'dhl', 'postnl' ]
		);
		assert.deepEqual( carriers( await list( 'country=NL&address=5611' ) ), [
			'dhl',
			'dpd',
			'gls',
			'postnl',
			'ups',
		] );
		assert.equal(
			( await ask( sandbox, `${ LIST }?country=NL&carrier=acme` ) )
				.status,
			400
		);
	} );

	it( 'takes city and postal code for exact filters', async () => {
		const points = await list( 'country=FR&postal_code=75010&city=paris' );
		assert.ok( points.length > 5 );
		assert.ok( points.every( ( point ) => point.postal_code === '75010' ) );
		assert.ok( points.every( ( point ) => ! ( 'distance' in point ) ) );
		assert.deepEqual( await list( 'country=FR&postal_code=75910' ), [] );
	} );

	it( 'has nothing for an address it cannot find', async () => {
		assert.deepEqual( await list( 'country=FR&address=Atlantis' ), [] );
	} );

	it( 'says what is wrong in its own shape', async () => {
		const country = await ask( sandbox, LIST );
		assert.equal( country.status, 400 );
		assert.deepEqual(
			country.json,
			error(
				400,
				'/service-points',
				'country: "This field is required."'
			)
		);
		const missing = await ask( sandbox, `${ LIST }/${ POINT.missing }` );
		assert.equal( missing.status, 404 );
		assert.deepEqual(
			missing.json,
			error(
				404,
				`/service-points/${ POINT.missing }`,
				'The requested resource could not be found'
			)
		);
	} );

	it( 'shows one point, and its availability to a GET', async () => {
		const expired = await ask< PointV2 >(
			sandbox,
			`${ LIST }/${ POINT.expired }`
		);
		assert.equal( expired.json.is_active, false );
		assert.equal(
			(
				await ask(
					sandbox,
					`${ LIST }/${ POINT.parisShop }/check-availability`
				)
			).json,
			true
		);
		assert.equal(
			(
				await ask(
					sandbox,
					`${ LIST }/${ POINT.unavailable }/check-availability`
				)
			).json,
			false
		);
		const unknown = await ask< PointV2 >(
			sandbox,
			`${ LIST }/${ POINT.noHours }`
		);
		assert.deepEqual( unknown.json.formatted_opening_times, {} );
	} );

	it( 'lists the carriers and the integration', async () => {
		const carriers = await ask< string[] >( sandbox, '/api/v2/carriers' );
		assert.ok( carriers.json.includes( 'mondial_relay' ) );
		const integrations = await ask< Array< Record< string, unknown > > >(
			sandbox,
			'/api/v2/integrations'
		);
		assert.deepEqual( Object.keys( integrations.json[ 0 ] ?? {} ).sort(), [
			'failing_since',
			'id',
			'last_fetch',
			'last_updated_at',
			'service_point_carriers',
			'service_point_enabled',
			'shop_name',
			'shop_url',
			'system',
			'webhook_active',
			'webhook_url',
		] );
	} );
} );
