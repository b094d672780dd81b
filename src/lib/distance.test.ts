import { formatDistance, isSearchable, metresBetween } from './distance';

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

const plain = ( text: string ) => text.replace( /\s/g, ' ' );

test.each( [
	[ 84, 'en-GB', '80 m' ],
	[ 994, 'en-GB', '990 m' ],
	[ 996, 'en-GB', '1 km' ],
	[ 1240, 'fr-FR', '1,2 km' ],
	[ 12_400, 'de-DE', '12 km' ],
] )( '%i metres in %s', ( metres, locale, text ) => {
	expect( plain( formatDistance( metres, locale ) ) ).toBe( text );
} );
