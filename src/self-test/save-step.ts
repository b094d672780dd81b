import { __ } from '@wordpress/i18n';
import type { StorePackage } from '../checkout/packages';
import type { ServicePoint } from '../types/domain';
import { bad, good, note, type Outcome } from './outcome';
import type { Shop } from './shop';

/** Chooses a point and none, each time looking at the cart, and leaves what was there. */
export async function tryToSave(
	shop: Shop,
	{ id: packageId, selected }: StorePackage,
	points: ServicePoint[]
): Promise< Outcome > {
	const point = points.find(
		( { post_number: rule } ) => rule !== 'required'
	);
	if ( ! point ) {
		return note(
			__(
				'Not tried: there is no point to choose without a post number.',
				'sendcloud-service-points'
			)
		);
	}
	const stored = async () =>
		( await shop.cart() ).offers.find( ( { id } ) => id === packageId )
			?.selected?.service_point.id ?? null;
	let outcome = good(
		__(
			'Chosen, found in the cart, and taken out again.',
			'sendcloud-service-points'
		)
	);
	try {
		await shop.save( packageId, point.id );
		if ( ( await stored() ) !== point.id ) {
			outcome = bad(
				__(
					'The shop accepted the choice but has forgotten it: a cache or the session storage loses it.',
					'sendcloud-service-points'
				)
			);
		}
	} finally {
		await shop.save(
			packageId,
			selected?.service_point.id ?? null,
			selected?.post_number
		);
	}
	if (
		outcome.status === 'good' &&
		( await stored() ) !== ( selected?.service_point.id ?? null )
	) {
		return bad(
			__(
				'The shop did not take the choice out again.',
				'sendcloud-service-points'
			)
		);
	}
	return outcome;
}
