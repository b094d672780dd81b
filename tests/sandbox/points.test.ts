import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { COUNTRIES, type CountryCode } from './data/countries';
import { FIXED_POINTS } from './data/fixed-points';
import { generatePoints } from './data/generate';
import { PointStore } from './data/store';

const points = generatePoints();

describe( 'the generated points', () => {
	it( 'are more than 20,000, each with its own id, the same on every run', () => {
		assert.ok( points.length > 20_000 );
		assert.equal(
			new PointStore().size,
			points.length + FIXED_POINTS.length
		);
		assert.deepEqual( generatePoints(), points );
	} );

	it( 'include every carrier of every country, and every kind', () => {
		for ( const [ code, country ] of Object.entries( COUNTRIES ) ) {
			const here = points.filter(
				( point ) => point.country === ( code as CountryCode )
			);
			assert.ok( here.length > 2000, `${ code }: ${ here.length }` );
			assert.deepEqual(
				[ ...new Set( here.map( ( point ) => point.carrier ) ) ].sort(),
				Object.keys( country.carriers ).sort()
			);
			assert.deepEqual(
				new Set( here.map( ( point ) => point.kind ) ),
				new Set( [
					'servicepoint',
					'locker',
					'post_office',
					'carrier_depot',
					null,
				] )
			);
		}
	} );

	it( 'set the traps: quotes, accents, odd house numbers, unknown hours, split days, stale and full points', () => {
		const some = (
			test: ( point: ( typeof points )[ number ] ) => boolean
		) => assert.ok( points.filter( test ).length > 20, String( test ) );
		some( ( { name } ) => name.includes( '"' ) );
		some( ( { name } ) => name.includes( "'" ) );
		some( ( { name } ) => /[éèöüñß]/.test( name ) );
		some( ( { houseNumber } ) => houseNumber === '' );
		some( ( { houseNumber } ) => houseNumber.endsWith( ' bis' ) );
		some( ( { hours } ) => hours === null );
		some(
			( { hours } ) =>
				hours?.every( ( day ) => day.length === 0 ) ?? false
		);
		some(
			( { hours } ) => hours?.some( ( day ) => day.length === 2 ) ?? false
		);
		some( ( { carrierShopType } ) => carrierShopType === null );
		some(
			( { carrierShopType, country } ) =>
				carrierShopType === 'packStation' && country === 'DE'
		);
		some( ( { expired } ) => expired );
		some( ( { available } ) => ! available );
	} );
} );
