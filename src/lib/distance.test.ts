import { isSearchable, metresBetween } from './distance';

test( 'metres between two cities', () => {
	const paris = { latitude: 48.8566, longitude: 2.3522 };
	const lyon = { latitude: 45.764, longitude: 4.8357 };
	expect( metresBetween( paris, lyon ) / 1000 ).toBeCloseTo( 391.5, 0 );
} );

test( 'an area can be searched up to a diagonal of 50 kilometres', () => {
	const west = 5;
	const south = 51;
	expect( isSearchable( { west, south, east: 5.4, north: 51.3 } ) ).toBe(
		true
	);
	expect( isSearchable( { west, south, east: 5.6, north: 51.4 } ) ).toBe(
		false
	);
} );
