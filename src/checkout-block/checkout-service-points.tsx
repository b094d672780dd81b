/**
 * The block on the checkout page: one section for each shipping package whose chosen rate needs a service point.
 */
import { cartStore, checkoutStore } from '@woocommerce/block-data';
import { useSelect } from '@wordpress/data';
import { useMemo } from '@wordpress/element';
import { readExplanations } from '../checkout/packages';
import { PackageSection } from './package-section';
import {
	allPackages,
	readExtension,
	readSubscriptions,
	relayPackages,
} from './store';
import { usePicker } from './use-picker';
import { usePointerChoice } from './use-pointer-choice';
import { useShownCart } from './use-shown-cart';

export function CheckoutServicePoints() {
	const orderPackages = useSelect(
		( select ) => select( cartStore ).getShippingRates(),
		[]
	);
	const subscriptions = useSelect( readSubscriptions, [] );
	const shippingPackages = useMemo(
		() => allPackages( orderPackages, subscriptions ),
		[ orderPackages, subscriptions ]
	);
	const extension = useSelect( readExtension, [] );
	const isShipped = useSelect(
		( select ) =>
			select( cartStore ).getNeedsShipping() &&
			! select( checkoutStore ).prefersCollection(),
		[]
	);
	const packages = useMemo(
		() => ( isShipped ? relayPackages( shippingPackages, extension ) : [] ),
		[ isShipped, shippingPackages, extension ]
	);
	const explanations = useMemo(
		() => ( isShipped ? readExplanations( extension ) : [] ),
		[ isShipped, extension ]
	);
	const { open, loading, failed } = usePicker();
	usePointerChoice( open );
	useShownCart( packages );

	return (
		<>
			{ explanations.map( ( explanation ) => (
				<p key={ explanation } className="scsp-explanation">
					{ explanation }
				</p>
			) ) }
			{ packages.map( ( relayPackage ) => (
				<PackageSection
					key={ relayPackage.id }
					relayPackage={ relayPackage }
					isNamed={ shippingPackages.length > 1 }
					isLoading={ loading === relayPackage.id }
					hasFailed={ failed === relayPackage.id }
					onChoose={ () => open( relayPackage ) }
				/>
			) ) }
		</>
	);
}
