import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { ask, LIST_V3, post, type Answer } from './client';
import { POINT, startSandbox, type Sandbox } from './server';

const PARIS = `${ LIST_V3 }FR&address=Paris`;

let sandbox: Sandbox;

before( async () => {
	sandbox = await startSandbox();
} );
afterEach( async () => {
	await ask( sandbox, '/_faults', { method: 'DELETE' } );
	await ask( sandbox, '/_requests', { method: 'DELETE' } );
} );
after( () => sandbox.close() );

function fault( body: object ): Promise< Answer< unknown > > {
	return ask( sandbox, '/_faults', post( body ) );
}

describe( 'faults', () => {
	const cases: Array< [ string, number, string ] > = [
		[ 'unauthorized', 401, 'authentication_failed' ],
		[
			'not_enabled',
			400,
			'Service points are not enabled for the authenticated integration.',
		],
		[ 'not_found', 404, 'The service point could not be found' ],
		[ 'server_error', 500, '"status":"500"' ],
		[
			'geocoder_down',
			503,
			'The address could not be resolved at this time. Try again later.',
		],
		[
			'integration_off',
			400,
			'Service points are not enabled for the authenticated integration.',
		],
		[ 'html', 200, '<!doctype html>' ],
		[ 'v3_missing', 404, '<!doctype html>' ],
	];
	for ( const [ name, status, text ] of cases ) {
		it( `answers ${ status } for ${ name }, until cleared`, async () => {
			await fault( { fault: name } );
			const answer = await ask( sandbox, PARIS );
			assert.equal( answer.status, status );
			assert.ok( answer.text.includes( text ), answer.text );
			await ask( sandbox, '/_faults', { method: 'DELETE' } );
			assert.equal( ( await ask( sandbox, PARIS ) ).status, 200 );
		} );
	}

	it( 'answers 429 with an empty body, and Retry-After only where asked', async () => {
		await fault( { fault: 'rate_limited', times: 1 } );
		await fault( {
			fault: 'rate_limited',
			retry_after: 30,
			path: 'country_code=NL',
		} );
		const plain = await ask( sandbox, PARIS );
		assert.deepEqual(
			[ plain.status, plain.text, plain.headers.get( 'retry-after' ) ],
			[ 429, '', null ]
		);
		const told = await ask( sandbox, `${ LIST_V3 }NL` );
		assert.deepEqual(
			[ told.status, told.text, told.headers.get( 'retry-after' ) ],
			[ 429, '', '30' ]
		);
	} );

	it( 'cuts the connection in the middle of the answer', async () => {
		await fault( { fault: 'cut' } );
		await assert.rejects( ask( sandbox, PARIS ) );
	} );

	it( 'is slow, then right', async () => {
		await fault( { fault: 'slow', ms: 150 } );
		const start = performance.now();
		assert.equal( ( await ask( sandbox, PARIS ) ).status, 200 );
		assert.ok( performance.now() - start >= 145 );
	} );

	it( 'leaves positions alone when the geocoder is down', async () => {
		await fault( { fault: 'geocoder_down' } );
		assert.equal(
			(
				await ask(
					sandbox,
					`${ LIST_V3 }FR&latitude=48.85&longitude=2.35`
				)
			).status,
			200
		);
		assert.equal(
			( await ask( sandbox, `${ LIST_V3 }FR&address_city=Paris` ) )
				.status,
			503
		);
	} );

	it( 'leaves v2 alone when v3 is missing', async () => {
		await fault( { fault: 'v3_missing' } );
		assert.equal(
			(
				await ask(
					sandbox,
					'/api/v2/service-points?country=FR&address=Paris'
				)
			).status,
			200
		);
	} );

	it( 'speaks v2 to v2', async () => {
		await fault( { fault: 'not_enabled' } );
		assert.deepEqual(
			( await ask( sandbox, '/api/v2/service-points?country=FR' ) ).json,
			{
				error: {
					code: 400,
					request: 'api/v2/service-points/',
					message:
						'Service point support is not activated for this integration',
				},
			}
		);
	} );

	it( 'shows service points off at the integration', async () => {
		await fault( { fault: 'integration_off' } );
		const { status, json } = await ask< {
			data: Array< Record< string, unknown > >;
		} >( sandbox, '/api/v3/integrations' );
		assert.equal( status, 200 );
		assert.equal( json.data[ 0 ]?.[ 'service_point_enabled' ], false );
	} );

	it( 'hits one country only, its points too, and only so many times', async () => {
		await fault( { fault: 'server_error', country: 'DE', times: 2 } );
		assert.equal( ( await ask( sandbox, PARIS ) ).status, 200 );
		assert.equal( ( await ask( sandbox, `${ LIST_V3 }DE` ) ).status, 500 );
		assert.equal(
			(
				await ask(
					sandbox,
					`/api/v3/service-points/${ POINT.packstation }`
				)
			).status,
			500
		);
		assert.equal( ( await ask( sandbox, `${ LIST_V3 }DE` ) ).status, 200 );
	} );

	it( 'lists what is active, and refuses what it does not know', async () => {
		assert.equal( ( await fault( { fault: 'sabotage' } ) ).status, 400 );
		await fault( { fault: 'html', path: '/check-availability' } );
		assert.deepEqual( ( await ask( sandbox, '/_faults' ) ).json, {
			faults: [ { fault: 'html', path: '/check-availability' } ],
		} );
		assert.equal( ( await ask( sandbox, PARIS ) ).status, 200 );
	} );
} );

describe( 'the request log', () => {
	it( 'counts what reached the API, without secrets', async () => {
		await ask(
			sandbox,
			'/api/v2/service-points?country=FR&access_token=sandbox-public'
		);
		await ask( sandbox, '/_faults' );
		const { json, text } = await ask< {
			requests: Array< Record< string, unknown > >;
		} >( sandbox, '/_requests' );
		assert.equal( json.requests.length, 1 );
		assert.equal(
			json.requests[ 0 ]?.[ 'path' ],
			'/api/v2/service-points'
		);
		assert.equal( json.requests[ 0 ]?.[ 'status' ], 200 );
		assert.ok( ! text.includes( 'sandbox-public' ) );
		assert.ok( ! /authorization/i.test( text ) );
		await ask( sandbox, '/_requests', { method: 'DELETE' } );
		assert.deepEqual( ( await ask( sandbox, '/_requests' ) ).json, {
			requests: [],
		} );
	} );
} );
