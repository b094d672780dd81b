import cases from '../../tests/fixtures/post-numbers.json';
import { isPostNumberAccepted, normalisePostNumber } from './post-number';

test.each( cases )(
	'PHP and the browser read alike: $what',
	( { typed, normalised, is_valid: isValid } ) => {
		expect( normalisePostNumber( typed ) ).toBe( normalised );
		expect( isPostNumberAccepted( 'required', typed ) ).toBe( isValid );
	}
);

test.each( [
	[ 'required', '123 456 78', true ],
	[ 'required', '', false ],
	[ 'optional', '', true ],
	[ 'optional', '12345', false ],
	[ 'none', 'whatever', true ],
] as const )( '%s: “%s” is accepted: %s', ( rule, typed, isAccepted ) => {
	expect( isPostNumberAccepted( rule, typed ) ).toBe( isAccepted );
} );
