/**
 * What this plugin uses of WooCommerce's block packages. WooCommerce publishes none of them on npm: webpack maps them to the shop's own
 * globals.
 */

declare module '@woocommerce/blocks-checkout' {
	import type { ComponentType } from 'react';

	export function registerCheckoutBlock( options: {
		metadata: object;
		component: ComponentType;
	} ): void;
	/** Resolves with the new cart; rejects with the API's error. */
	export function extensionCartUpdate( options: {
		namespace: string;
		data: object;
	} ): Promise< unknown >;
}

declare module '@woocommerce/blocks-checkout-events' {
	/** Only an object with a `type` counts as an answer (WooCommerce 9.8 and later). */
	export type ValidationAnswer =
		| undefined
		| {
				type: 'error';
				errorMessage?: string;
				context?: string;
				validationErrors?: Record<
					string,
					{ message: string; hidden: boolean }
				>;
		  };
	export const checkoutEvents: {
		/** Answers how to unsubscribe. */
		onCheckoutValidation: (
			observer: () => ValidationAnswer
		) => () => void;
	};
}

declare module '@woocommerce/block-data' {
	import type { ReduxStoreConfig, StoreDescriptor } from '@wordpress/data';

	/** Selectors without the state that WordPress passes them itself. */
	type Store< Selectors, Actions > = StoreDescriptor<
		ReduxStoreConfig<
			unknown,
			Actions,
			{
				[ Name in keyof Selectors ]: Selectors[ Name ] extends (
					...args: infer Args
				) => infer Answer
					? ( state: unknown, ...args: Args ) => Answer
					: never;
			}
		>
	>;

	export interface ShippingPackage {
		package_id: number | string;
		name: string;
		destination: {
			address_1: string;
			address_2: string;
			city: string;
			state: string;
			postcode: string;
			country: string;
		};
		shipping_rates: Array< {
			rate_id: string;
			name: string;
			selected: boolean;
		} >;
	}

	export const cartStore: Store<
		{
			getShippingRates: () => ShippingPackage[];
			getCartData: () => { extensions: Record< string, unknown > };
			getCustomerData: () => {
				shippingAddress: { phone?: string };
				billingAddress: { phone?: string };
			};
			getCartTotals: () => { total_price: string };
			getNeedsShipping: () => boolean;
			isShippingRateBeingSelected: () => boolean;
			isCustomerDataUpdating: () => boolean;
		},
		Record< string, never >
	>;
	export const checkoutStore: Store<
		{
			prefersCollection: () => boolean | undefined;
			isBeforeProcessing: () => boolean;
			isProcessing: () => boolean;
			isAfterProcessing: () => boolean;
			isComplete: () => boolean;
		},
		{
			/** Keeps "Place order" disabled until the promise settles. */
			disableCheckoutFor: (
				task: () => Promise< unknown >
			) => Promise< unknown >;
			/** Sent with the order. */
			setExtensionData: ( namespace: string, data: object ) => void;
		}
	>;
	export const paymentStore: Store<
		{ isExpressPaymentMethodActive: () => boolean },
		Record< string, never >
	>;
	export const validationStore: Store<
		{
			getValidationError: (
				id: string
			) => { message: string; hidden: boolean } | undefined;
		},
		{
			setValidationErrors: (
				errors: Record< string, { message: string; hidden: boolean } >
			) => void;
			clearValidationError: ( id: string ) => void;
		}
	>;
}
