/**
 * The steps of the self-test, in the order in which a shopper depends on them. The first that fails ends the test.
 */
import { __, _n, sprintf } from '@wordpress/i18n';
import type { StorePackage } from '../checkout/packages';
import { searchServicePoints } from '../lib/api';
import { getConfig } from '../lib/config';
import { parseRule } from '../lib/rule';
import type { ServicePoint } from '../types/domain';
import { lookAtMap } from './map-step';
import { bad, good, type Outcome } from './outcome';
import {
	chooseRate,
	FallbackWatch,
	findButton,
	findDialog,
	hasPlaceholder,
	hiddenBy,
	waitFor,
} from './page';
import { tryToSave } from './save-step';
import { Shop } from './shop';

export interface Step {
	id: string;
	title: string;
	run: () => Promise< Outcome >;
}

/** What the steps hand to the later ones. */
interface Found {
	offer: StorePackage;
	points: ServicePoint[];
}

export function createSteps(): Step[] {
	const shop = new Shop();
	const found: Partial< Found > = {};
	const fallback = new FallbackWatch();
	const offer = () => {
		if ( ! found.offer ) {
			throw new Error();
		}
		return found.offer;
	};

	return [
		{
			id: 'rate',
			title: __(
				'Delivery method recognised',
				'sendcloud-service-points'
			),
			run: async () => {
				const cart = await shop.cart();
				if ( cart.isEmpty ) {
					return bad(
						__(
							'The cart is empty. Add a product that is shipped, and come back.',
							'sendcloud-service-points'
						)
					);
				}
				const [ first ] = cart.offers;
				if ( ! first ) {
					return bad(
						__(
							'No delivery method for the address in this checkout needs a service point. Enter an address of a zone that has one, then run the test again.',
							'sendcloud-service-points'
						)
					);
				}
				found.offer = first;
				return good( first.rate.name );
			},
		},
		{
			id: 'placeholder',
			title: __(
				'Button present and visible',
				'sendcloud-service-points'
			),
			run: async () => {
				if ( ! offer().isChosen ) {
					await chooseRate( offer().rate.id );
				}
				if ( ! ( await waitFor( hasPlaceholder, 15 ) ) ) {
					return bad(
						__(
							'Nothing of the service points is on this page. The theme or a page builder may replace the checkout: see the diagnostics.',
							'sendcloud-service-points'
						)
					);
				}
				const button = await waitFor( findButton, 2 );
				if ( ! button ) {
					return bad(
						__(
							'The place for the service point is there, its button is not: a template changes it.',
							'sendcloud-service-points'
						)
					);
				}
				if ( ! ( await isChosenInShop( shop, offer() ) ) ) {
					return bad(
						__(
							'The page shows the delivery method as chosen, the shop does not know of it.',
							'sendcloud-service-points'
						)
					);
				}
				// WooCommerce covers the page while it is loading.
				await waitFor( () => hiddenBy( button ) === '', 8 );
				switch ( hiddenBy( findButton() ?? button ) ) {
					case 'style':
						return bad(
							__(
								'The button is on the page, but a style sheet hides it.',
								'sendcloud-service-points'
							)
						);
					case 'cover':
						return bad(
							__(
								'The button is on the page, but something covers it.',
								'sendcloud-service-points'
							)
						);
					default:
						return good(
							__(
								'Shoppers can see and click it.',
								'sendcloud-service-points'
							)
						);
				}
			},
		},
		{
			id: 'points',
			title: __( 'Service points found', 'sendcloud-service-points' ),
			run: async () => {
				const { country, rule, address } = offer();
				if ( ! address ) {
					return bad(
						__(
							'There is no address in this checkout yet. Enter one, then run the test again.',
							'sendcloud-service-points'
						)
					);
				}
				const answer = await searchServicePoints(
					getConfig().restUrl,
					{
						country,
						rule: parseRule( rule ),
						place: { address },
					},
					new AbortController().signal
				);
				found.points = answer.service_points;
				const count = answer.service_points.length;
				return count > 0
					? good(
							sprintf(
								/* translators: %d: number of service points. */
								_n(
									'%d near the address.',
									'%d near the address.',
									count,
									'sendcloud-service-points'
								),
								count
							)
						)
					: bad(
							__(
								'The shop answers, but knows no service point near this address.',
								'sendcloud-service-points'
							)
						);
			},
		},
		{
			id: 'picker',
			title: __(
				'Script loaded, picker opens',
				'sendcloud-service-points'
			),
			run: async () => {
				findButton()?.click();
				return ( await waitFor( findDialog, 15 ) )
					? good(
							__(
								'The button opens the picker.',
								'sendcloud-service-points'
							)
						)
					: bad(
							__(
								'The button does nothing: a script is missing, or an optimiser delays or breaks it.',
								'sendcloud-service-points'
							)
						);
			},
		},
		{
			id: 'map',
			title: __( 'Map drawn', 'sendcloud-service-points' ),
			run: async () => {
				const outcome = await lookAtMap( fallback );
				findDialog()?.close();
				return outcome;
			},
		},
		{
			id: 'save',
			title: __( 'Choice saved', 'sendcloud-service-points' ),
			run: () => tryToSave( shop, offer(), found.points ?? [] ),
		},
	];
}

/** The block checkout shows a choice before the shop has it. */
async function isChosenInShop(
	shop: Shop,
	{ rate }: StorePackage
): Promise< boolean > {
	for ( let tries = 0; tries < 10; tries++ ) {
		const { offers } = await shop.cart();
		if (
			offers.some(
				( offer ) => offer.rate.id === rate.id && offer.isChosen
			)
		) {
			return true;
		}
		await new Promise( ( resolve ) => setTimeout( resolve, 1000 ) );
	}
	return false;
}
