/**
 * Where the choices live: WooCommerce's session, seen through its cart and checkout stores.
 */
import {
	cartStore,
	checkoutStore,
	type ShippingPackage,
} from '@woocommerce/block-data';
import { extensionCartUpdate } from '@woocommerce/blocks-checkout';
import {
	dispatch,
	select,
	subscribe,
	type SelectFunction,
} from '@wordpress/data';
import { __ } from '@wordpress/i18n';
import {
	NAMESPACE,
	toStorePackages,
	type StorePackage,
} from '../checkout/packages';
import { isRecord, messageOf, record } from '../lib/guards';
import { refusal } from '../lib/refusal';
import type { ServicePoint } from '../types/domain';
import { cartWrites } from './cart-requests';
import { createUpdateQueue } from './update-queue';

export const readExtension = ( from: SelectFunction ) =>
	from( cartStore ).getCartData().extensions[ NAMESPACE ];

/** WooCommerce Subscriptions' parcels, of which those with another delivery than the order's have rates of their own. */
export const readSubscriptions = ( from: SelectFunction ): unknown =>
	from( cartStore ).getCartData().extensions[ 'subscriptions' ];

/** In the order in which the page lists their rates. */
export const allPackages = (
	packages: ShippingPackage[],
	subscriptions: unknown
): ShippingPackage[] => [
	...packages,
	...( Array.isArray( subscriptions ) ? subscriptions : [] ).flatMap(
		( subscription ) => {
			const renewals = record( subscription )[ 'shipping_rates' ];
			return ( Array.isArray( renewals ) ? renewals : [] ).filter(
				( renewal ) =>
					isRecord( renewal ) &&
					renewal[ 'needs_shipping' ] === true &&
					renewal[ 'match_initial_rates' ] !== true
			) as ShippingPackage[];
		}
	),
];

/** Those of which the chosen rate needs a service point. */
export const relayPackages = (
	packages: ShippingPackage[],
	extension: unknown
): StorePackage[] =>
	toStorePackages( packages, extension ).filter(
		( { isChosen } ) => isChosen
	);

/** While an order is being placed, or the shop does not know the rate yet, a choice would be lost or refused. */
function isBusy(): boolean {
	const cart = select( cartStore );
	const checkout = select( checkoutStore );
	return (
		cart.isShippingRateBeingSelected() ||
		cart.isCustomerDataUpdating() ||
		checkout.isBeforeProcessing() ||
		checkout.isProcessing() ||
		checkout.isAfterProcessing() ||
		checkout.isComplete()
	);
}

const whenIdle = () =>
	new Promise< void >( ( resolve ) => {
		if ( ! isBusy() ) {
			resolve();
			return;
		}
		const unsubscribe = subscribe( () => {
			if ( ! isBusy() ) {
				unsubscribe();
				resolve();
			}
		} );
	} );

const enqueue = createUpdateQueue(
	( data ) =>
		dispatch( checkoutStore ).disableCheckoutFor( () =>
			extensionCartUpdate( { namespace: NAMESPACE, data } )
		),
	() => cartWrites.ended().then( whenIdle )
);

/** The Store API escapes its messages. */
const decode = ( html: string ) =>
	new DOMParser().parseFromString( html, 'text/html' ).body.textContent;

/** Rejects with a message for the shopper. */
export async function saveSelection(
	{ id, rate }: StorePackage,
	point: ServicePoint,
	postNumber: string
): Promise< void > {
	try {
		await enqueue( {
			action: 'select',
			package_id: id,
			service_point_id: point.id,
			post_number: postNumber,
			rate_id: rate.id,
		} );
	} catch ( error ) {
		throw refusal(
			decode( messageOf( error ) ) ||
				__(
					'Your choice could not be saved. Please try again.',
					'sendcloud-service-points'
				),
			record( error )[ 'code' ]
		);
	}
}
