import { isTelephone } from './telephone';

test.each( [
	[ '+33 6 12 34 56 78', true ],
	[ '0612-345', true ],
	[ '-', false ],
	[ '', false ],
	[ '12345', false ],
] )( '“%s” can be a telephone number: %s', ( typed, expected ) => {
	expect( isTelephone( typed ) ).toBe( expected );
} );
