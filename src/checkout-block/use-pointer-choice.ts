import { cartStore } from '@woocommerce/block-data';
import { select, subscribe } from '@wordpress/data';
import { useEffect } from '@wordpress/element';
import { getConfig } from '../lib/config';
import type { StorePackage } from '../checkout/packages';
import {
	allPackages,
	readExtension,
	readSubscriptions,
	relayPackages,
} from './store';

const PACKAGE = '.wc-block-components-shipping-rates-control__package';

/** Milliseconds: after a longer wait, a dialog that opens by itself would surprise. */
const PATIENCE = 10_000;

interface Choice {
	rateId: string;
	packageIndex: number;
}

function readChoice( target: Element ): Choice | null {
	const shippingPackage = target.closest( PACKAGE );
	const radio = target
		.closest( '.wc-block-components-radio-control__option' )
		?.querySelector< HTMLInputElement >( 'input[type="radio"]' );
	return shippingPackage && radio
		? {
				rateId: radio.value,
				packageIndex: Array.from(
					document.querySelectorAll( PACKAGE )
				).indexOf( shippingPackage ),
			}
		: null;
}

/** The package, if it lacks a point; null if it does not; undefined while WooCommerce does not know of the choice. */
function findMissing( {
	rateId,
	packageIndex,
}: Choice ): StorePackage | null | undefined {
	const shippingPackage = allPackages(
		select( cartStore ).getShippingRates(),
		readSubscriptions( select )
	)[ packageIndex ];
	if (
		! shippingPackage?.shipping_rates.some(
			( rate ) => rate.selected && rate.rate_id === rateId
		)
	) {
		return undefined;
	}
	const relayPackage = relayPackages(
		[ shippingPackage ],
		readExtension( select )
	)[ 0 ];
	return relayPackage && ! relayPackage.selected ? relayPackage : null;
}

/**
 * Opens the picker as soon as a pointer chooses a relay rate. Arrow keys click radios too, with no pointer behind it: a dialog
 * would then trap the shopper on the way to another method.
 */
export function usePointerChoice(
	open: ( relayPackage: StorePackage ) => void
) {
	useEffect( () => {
		let stopWaiting = () => {};
		const onClick = ( event: MouseEvent ) => {
			const choice =
				event.detail > 0 &&
				getConfig().openOnChoice &&
				readChoice( event.target as Element );
			if ( ! choice ) {
				return;
			}
			stopWaiting();
			const openOnceKnown = () => {
				const relayPackage = findMissing( choice );
				if ( relayPackage !== undefined ) {
					stopWaiting();
				}
				if ( relayPackage ) {
					open( relayPackage );
				}
			};
			// WooCommerce 9.9, and Subscriptions, know of it when the server has answered.
			const unsubscribe = subscribe( openOnceKnown );
			// A label's click comes before the one it passes on to its radio.
			const first = setTimeout( openOnceKnown );
			const last = setTimeout( unsubscribe, PATIENCE );
			stopWaiting = () => {
				unsubscribe();
				clearTimeout( first );
				clearTimeout( last );
			};
		};
		document.addEventListener( 'click', onClick );
		return () => {
			stopWaiting();
			document.removeEventListener( 'click', onClick );
		};
	}, [ open ] );
}
