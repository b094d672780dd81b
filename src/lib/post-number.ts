/**
 * A DHL post number: the customer number a Packstation asks for. Twin of includes/Domain/PostNumber.php.
 */
import type { ServicePoint } from '../types/domain';

/** Shoppers copy it from a card or a letter, with spaces and any kind of dash. */
export const normalisePostNumber = ( typed: string ): string =>
	typed.replace( /[\s\p{Pd}]+/gu, '' );

export function isPostNumberAccepted(
	rule: ServicePoint[ 'post_number' ],
	typed: string
): boolean {
	const number = normalisePostNumber( typed );
	if ( rule === 'none' || ( rule === 'optional' && number === '' ) ) {
		return true;
	}
	return /^\d{6,10}$/.test( number );
}
