import { getSettings } from '../checkout/classic-request';
import { howFar } from '../checkout/moved';
import { findPlaceholders, type Placeholder } from './placeholder';

const FAR = 'scsp-far';

async function tell( placeholder: Placeholder ): Promise< void > {
	const { element } = placeholder;
	const distance = await howFar( placeholder );
	// WooCommerce may have drawn the table again, or a point been chosen, which takes the old words away.
	if (
		! distance ||
		! element.isConnected ||
		! element.dataset[ 'movedTo' ]
	) {
		return;
	}
	const text = getSettings().messages.tooFar.replace( '%s', distance );
	const far =
		element.querySelector( `.${ FAR }` ) ?? document.createElement( 'p' );
	far.className = FAR;
	far.setAttribute( 'role', 'status' );
	far.textContent = text;
	element.querySelector( '.scsp-point' )?.after( far );
}

/** Says of each point that was chosen for another address how far it is from the one of now. */
export const tellMoved = (): void =>
	findPlaceholders().forEach( ( placeholder ) => void tell( placeholder ) );
