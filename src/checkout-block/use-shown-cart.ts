import { cartStore, checkoutStore } from '@woocommerce/block-data';
import { dispatch, useSelect } from '@wordpress/data';
import { useEffect } from '@wordpress/element';
import { NAMESPACE, type StorePackage } from '../checkout/packages';

/**
 * Says with the order what the page shows of it. Another tab may have changed the cart since: then the shop refuses, and the page is drawn
 * again.
 */
export function useShownCart( packages: StorePackage[] ): void {
	const total = useSelect(
		( select ) => select( cartStore ).getCartTotals().total_price,
		[]
	);
	const shown = packages.length > 0 && {
		total,
		rates: Object.fromEntries(
			packages.map( ( { id, rate } ) => [ id, rate.id ] )
		),
		points: Object.fromEntries(
			packages.flatMap( ( { id, selected } ) =>
				selected ? [ [ id, selected.service_point.id ] ] : []
			)
		),
	};
	const json = JSON.stringify( shown || null );
	useEffect( () => {
		dispatch( checkoutStore ).setExtensionData( NAMESPACE, {
			shown: JSON.parse( json ) as unknown,
		} );
	}, [ json ] );
}
