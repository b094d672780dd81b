/**
 * Where the choices live: WooCommerce's session, seen through its cart and checkout stores.
 */
import {
	cartStore,
	checkoutStore,
	type ShippingPackage,
} from '@woocommerce/block-data';
import { extensionCartUpdate } from '@woocommerce/blocks-checkout';
import { dispatch, select, subscribe, type Select } from '@wordpress/data';
import { __ } from '@wordpress/i18n';
import { isRecord, isSelection } from '../lib/guards';
import type { Selection, ServicePoint } from '../types/domain';
import { cartWrites } from './cart-requests';
import { createUpdateQueue } from './update-queue';

const NAMESPACE = 'sendcloud-service-points';

export interface ServicePointUpdate {
	action: 'select';
	package_id: string;
	service_point_id: number;
	post_number: string;
	rate_id: string;
}

/** A shipping package whose chosen rate needs a service point. */
export interface RelayPackage {
	id: string;
	name: string;
	rateId: string;
	carriers: string[];
	shopTypes: string[];
	/** Why some points are left out, or `''`. */
	hint: string;
	country: string;
	address: string;
	selection: Selection | null;
	/** Why an earlier choice does not hold any more, or `''`. */
	reason: string;
}

const record = ( value: unknown ) => ( isRecord( value ) ? value : {} );

const strings = ( value: unknown ) =>
	Array.isArray( value ) ? value.map( String ) : [];

function toRelayPackage(
	{
		package_id: packageId,
		name,
		destination,
		shipping_rates: rates,
	}: ShippingPackage,
	extension: Record< string, unknown >
): RelayPackage | null {
	const rateId = rates.find( ( { selected } ) => selected )?.rate_id;
	const rule = rateId && record( extension[ 'rates' ] )[ rateId ];
	if ( ! rateId || ! isRecord( rule ) ) {
		return null;
	}
	const id = String( packageId );
	const selection = record( extension[ 'selections' ] )[ id ];
	const reason = record( extension[ 'reasons' ] )[ id ];
	const { address_1: street, postcode, city, country } = destination;
	return {
		id,
		name,
		rateId,
		carriers: strings( rule[ 'carriers' ] ),
		shopTypes: strings( rule[ 'shop_types' ] ),
		hint: typeof rule[ 'hint' ] === 'string' ? rule[ 'hint' ] : '',
		country,
		address: [ street, `${ postcode } ${ city }` ]
			.map( ( part ) => part.trim() )
			.filter( Boolean )
			.join( ', ' ),
		selection: isSelection( selection ) ? selection : null,
		reason: typeof reason === 'string' ? reason : '',
	};
}

export const readExtension = ( from: Select ) =>
	from( cartStore ).getCartData().extensions[ NAMESPACE ];

/** WooCommerce Subscriptions' parcels, of which those that do not go the way of the order's have rates of their own. */
export const readSubscriptions = ( from: Select ): unknown =>
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

export const toRelayPackages = (
	packages: ShippingPackage[],
	extension: unknown
): RelayPackage[] =>
	packages.flatMap(
		( shippingPackage ) =>
			toRelayPackage( shippingPackage, record( extension ) ) ?? []
	);

/** Why relay rates are not offered, each sentence once. */
export const readExplanations = ( extension: unknown ): string[] => [
	...new Set(
		Object.values(
			record( record( extension )[ 'explanations' ] )
		).flatMap( strings )
	),
];

/** While an order is on its way, or the shop does not know the rate yet, a choice would be lost or refused. */
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
	{ id: packageId, rateId }: RelayPackage,
	point: ServicePoint,
	postNumber: string
): Promise< void > {
	try {
		await enqueue( {
			action: 'select',
			package_id: packageId,
			service_point_id: point.id,
			post_number: postNumber,
			rate_id: rateId,
		} );
	} catch ( error ) {
		const message = record( error )[ 'message' ];
		throw new Error(
			( typeof message === 'string' && decode( message ) ) ||
				__(
					'Your choice could not be saved. Please try again.',
					'sendcloud-service-points'
				)
		);
	}
}
