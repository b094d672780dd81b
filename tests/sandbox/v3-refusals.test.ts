import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ask, LIST_V3 } from './client';
import { startSandbox, type Sandbox } from './server';

let sandbox: Sandbox;

before( async () => {
	sandbox = await startSandbox();
} );
after( () => sandbox.close() );

describe( 'API v3 refusals', () => {
	const field = (
		code: string,
		detail: string,
		parameter: string
	): object => ( {
		errors: [ { status: '400', code, detail, source: { parameter } } ],
	} );
	const whole = ( detail: string ): object => ( {
		errors: [ { status: '400', code: 'validation_error', detail } ],
	} );
	const corners =
		'ne_latitude=48.88&ne_longitude=2.37&sw_latitude=48.84&sw_longitude=2.33';
	const cases: Array< [ string, object ] > = [
		[
			'country=FR&carrier_code=ups',
			field( 'required', 'Field required', 'country_code' ),
		],
		[
			'country_code=XX&carrier_code=ups',
			field(
				'invalid_choice',
				'"XX" is not a valid country code',
				'country_code'
			),
		],
		[
			'country_code=FR&carrier_code=ups&latitude=north&longitude=2',
			field(
				'invalid',
				'Input should be a valid number, unable to parse string as a number',
				'latitude'
			),
		],
		[
			'country_code=FR&carrier_code=ups&use_integration_carriers=true',
			whole(
				'carrier_code and use_integration_carriers are mutually exclusive'
			),
		],
		[
			'country_code=FR&carrier_code=ups&ne_latitude=48',
			whole(
				'ne_latitude, ne_longitude, sw_latitude, and sw_longitude must all be provided together'
			),
		],
		[
			'country_code=FR&carrier_code=acme',
			whole(
				'Service points are not supported for the requested carriers: acme.'
			),
		],
		[
			'country_code=FR&carrier_code=ups,chronopost',
			whole(
				'Service points are not supported for the requested carriers: ups,chronopost.'
			),
		],
	];
	for ( const [ query, body ] of cases ) {
		it( `refuses ${ query }`, async () => {
			const { status, json } = await ask(
				sandbox,
				`/api/v3/service-points?${ query }`
			);
			assert.equal( status, 400 );
			assert.deepEqual( json, body );
		} );
	}

	// What is refused is documented, the words are not.
	for ( const query of [
		'country_code=FR',
		'country_code=FR&carrier_code[0]=ups',
		'country_code=fr&carrier_code=ups',
		'country_code=FR&carrier_code=ups&address=Paris&latitude=48&longitude=2',
		'country_code=FR&carrier_code=ups&address=Paris&address_city=Paris',
		'country_code=FR&carrier_code=ups&address_city=Paris&address_house_number=3',
		'country_code=FR&carrier_code=ups&latitude=48',
		'country_code=FR&carrier_code=ups&address=Paris&radius=99',
		'country_code=FR&carrier_code=ups&address=Paris&radius=50001',
		'country_code=FR&carrier_code=ups&address=Paris&limit=201',
		'country_code=FR&carrier_code=ups&address=Paris&general_shop_type=shop',
		`country_code=FR&carrier_code=ups&radius=1000&${ corners }`,
		'country_code=FR&carrier_code=ups&ne_latitude=49.3&ne_longitude=2.6&sw_latitude=48.8&sw_longitude=2.3',
	] ) {
		it( `refuses ${ query }`, async () => {
			const { status, json } = await ask< {
				errors: Array< { status: string } >;
			} >( sandbox, `/api/v3/service-points?${ query }` );
			assert.equal( status, 400 );
			assert.equal( json.errors[ 0 ]?.status, '400' );
		} );
	}

	it( 'refuses other keys, and the public key alone', async () => {
		for ( const init of [
			{ headers: { Authorization: 'Basic eDp5' } },
			{ headers: { Authorization: '' } },
		] ) {
			const { status, json } = await ask< {
				errors: Array< { code: string; title: string } >;
			} >( sandbox, `${ LIST_V3 }FR&access_token=sandbox-public`, init );
			assert.equal( status, 401 );
			assert.equal( json.errors[ 0 ]?.code, 'authentication_failed' );
			assert.equal(
				json.errors[ 0 ]?.title,
				'Invalid username/password.'
			);
		}
	} );
} );
