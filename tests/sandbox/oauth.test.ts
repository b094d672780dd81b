import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { ask, LIST_V3, post } from './client';
import { startSandbox, type Sandbox } from './server';

const PARIS = `${ LIST_V3 }FR&address=Paris`;

let now = new Date( '2026-11-25T12:00:00Z' );
let sandbox: Sandbox;

before( async () => {
	sandbox = await startSandbox( { now: () => now } );
} );
afterEach( () => ask( sandbox, '/_faults', { method: 'DELETE' } ) );
after( () => sandbox.close() );

interface Token {
	access_token: string;
	expires_in: number;
	token_type: string;
}

const request = ( form: Record< string, string >, headers = {} ) =>
	ask< Token & { error: string } >( sandbox, '/oauth2/token/', {
		method: 'POST',
		body: new URLSearchParams( form ),
		headers,
	} );

const withToken = ( token: string ) =>
	ask( sandbox, PARIS, { headers: { Authorization: `Bearer ${ token }` } } );

describe( 'OAuth 2.0', () => {
	it( 'gives the keys a token that is good for an hour', async () => {
		const { status, json } = await request( {
			grant_type: 'client_credentials',
			scope: 'api',
		} );
		assert.equal( status, 200 );
		assert.equal( json.token_type, 'Bearer' );
		assert.equal( json.expires_in, 3600 );
		assert.equal( ( await withToken( json.access_token ) ).status, 200 );
		now = new Date( now.getTime() + 3_600_000 );
		assert.equal( ( await withToken( json.access_token ) ).status, 401 );
	} );

	it( 'refuses other keys, other grants and invented tokens', async () => {
		const grant = { grant_type: 'client_credentials' };
		const strangers = await request( grant, {
			Authorization: 'Basic eDp5',
		} );
		assert.deepEqual(
			[ strangers.status, strangers.json.error ],
			[ 401, 'invalid_client' ]
		);
		const password = await request( { grant_type: 'password' } );
		assert.equal( password.json.error, 'unsupported_grant_type' );
		const scope = await request( { ...grant, scope: 'admin' } );
		assert.equal( scope.json.error, 'invalid_scope' );
		assert.equal( ( await withToken( 'invented' ) ).status, 401 );
	} );

	it( 'refuses the keys and takes tokens where an integration enforces it', async () => {
		await ask( sandbox, '/_faults', post( { fault: 'oauth_only' } ) );
		assert.equal( ( await ask( sandbox, PARIS ) ).status, 401 );
		const { json } = await request( { grant_type: 'client_credentials' } );
		assert.equal( ( await withToken( json.access_token ) ).status, 200 );
	} );
} );
