import { cartStore } from '@woocommerce/block-data';
import { select, subscribe } from '@wordpress/data';
import { useEffect } from '@wordpress/element';
import { getConfig } from '../lib/config';
import {
	allPackages,
	readExtension,
	readSubscriptions,
	toRelayPackages,
	type RelayPackage,
} from './store';

const PACKAGE = '.wc-block-components-shipping-rates-control__package';

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

function findMissing( { rateId, packageIndex }: Choice ) {
	const shippingPackage = allPackages(
		select( cartStore ).getShippingRates(),
		readSubscriptions( select )
	)[ packageIndex ];
	const relayPackage = toRelayPackages(
		shippingPackage ? [ shippingPackage ] : [],
		readExtension( select )
	)[ 0 ];
	return relayPackage?.rateId === rateId && ! relayPackage.selection
		? relayPackage
		: null;
}

/**
 * Opens the picker as soon as a pointer chooses a relay rate. Arrow keys click radios too, with no pointer behind it: a dialog
 * would then trap the shopper on the way to another method.
 */
export function usePointerChoice(
	open: ( relayPackage: RelayPackage ) => Promise< void >
) {
	useEffect( () => {
		const onClick = ( event: MouseEvent ) => {
			const choice =
				event.detail > 0 &&
				getConfig().openOnChoice &&
				readChoice( event.target as Element );
			if ( ! choice ) {
				return;
			}
			const openOrGiveUp = () => {
				const relayPackage = findMissing( choice );
				if ( relayPackage ) {
					void open( relayPackage );
				}
				return (
					relayPackage !== null ||
					! select( cartStore ).isShippingRateBeingSelected()
				);
			};
			// A label's click comes before the one it passes on to its radio.
			setTimeout( () => {
				if ( openOrGiveUp() ) {
					return;
				}
				// WooCommerce 9.9 knows of the choice when the server has answered.
				const unsubscribe = subscribe( () => {
					if ( openOrGiveUp() ) {
						unsubscribe();
					}
				} );
			} );
		};
		document.addEventListener( 'click', onClick );
		return () => document.removeEventListener( 'click', onClick );
	}, [ open ] );
}
