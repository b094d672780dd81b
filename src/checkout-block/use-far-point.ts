import { useEffect, useState } from '@wordpress/element';
import { howFar } from '../checkout/moved';
import type { StorePackage } from '../checkout/packages';

/** How far the chosen point is from an address entered since, in words; `''` when there is nothing to say. */
export function useFarPoint( relayPackage: StorePackage ): string {
	const { country, movedTo, selected } = relayPackage;
	const [ distance, setDistance ] = useState( '' );

	useEffect( () => {
		let isCurrent = true;
		setDistance( '' );
		void howFar( relayPackage ).then( ( found ) => {
			if ( isCurrent ) {
				setDistance( found );
			}
		} );
		return () => {
			isCurrent = false;
		};
		// The package is a new object on every look at the cart.
		// eslint-disable-next-line react-hooks/exhaustive-deps
	}, [ country, movedTo, selected?.service_point.id ] );

	return distance;
}
