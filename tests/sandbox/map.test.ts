import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { ask } from './client';
import { mapStyle } from './map/style';
import { startSandbox, type Sandbox } from './server';

let sandbox: Sandbox;

before( async () => {
	sandbox = await startSandbox();
} );
after( () => sandbox.close() );

describe( 'the map', () => {
	it( 'is a valid style that asks nobody but the sandbox, from any page', async () => {
		const { json, text, headers } = await ask( sandbox, '/map/style.json' );
		assert.deepEqual( validateStyleMin( mapStyle( sandbox.url ) ), [] );
		assert.deepEqual( json, mapStyle( sandbox.url ) );
		assert.equal( headers.get( 'access-control-allow-origin' ), '*' );
		assert.ok( ! text.includes( 'glyphs' ) );
		const addresses = text.match( /https?:\/\/[^/"]+/g ) ?? [];
		assert.deepEqual( new Set( addresses ), new Set( [ sandbox.url ] ) );
	} );

	it( 'has borders, roads and place names', async () => {
		for ( const name of [ 'countries', 'motorways', 'places' ] ) {
			const { json, headers } = await ask< { features: unknown[] } >(
				sandbox,
				`/map/${ name }.geojson`
			);
			assert.ok( json.features.length > 50, name );
			assert.equal( headers.get( 'access-control-allow-origin' ), '*' );
		}
		assert.equal(
			( await ask( sandbox, '/map/toString.geojson' ) ).status,
			404
		);
	} );

	it( 'has streets in a city and nothing in the sea', async () => {
		const paris = await ask( sandbox, '/map/tiles/14/8299/5636.mvt' );
		assert.equal( paris.status, 200 );
		assert.match(
			paris.text,
			/Rue de la République|Avenue Jean Jaurès|Rue Pasteur|Rue Victor Hugo/
		);
		assert.equal(
			( await ask( sandbox, '/map/tiles/14/4000/5000.mvt' ) ).status,
			204
		);
	} );
} );
