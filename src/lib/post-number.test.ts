import { isPostNumberAccepted, normalisePostNumber } from './post-number';

test( 'spaces and hyphens of the card are left out', () => {
	expect( normalisePostNumber( ' 123 456-78 ' ) ).toBe( '12345678' );
} );

test.each( [ '‐', '‑', '–', '—', '\u00a0' ] )(
	'a phone types “%s” where the card has a hyphen or a space',
	( separator ) => {
		expect( normalisePostNumber( `123${ separator }45678` ) ).toBe(
			'12345678'
		);
	}
);

test.each( [
	[ 'required', '123456', true ],
	[ 'required', '1234567890', true ],
	[ 'required', '123 456 78', true ],
	[ 'required', '12345', false ],
	[ 'required', '12345678901', false ],
	[ 'required', '12345x', false ],
	[ 'required', '', false ],
	[ 'optional', '', true ],
	[ 'optional', '12345', false ],
	[ 'none', 'whatever', true ],
] as const )( '%s: “%s” is accepted: %s', ( rule, typed, isAccepted ) => {
	expect( isPostNumberAccepted( rule, typed ) ).toBe( isAccepted );
} );
