/**
 * The parts of WooCommerce's and WordPress' browser packages this plugin touches. WooCommerce publishes none of its block packages
 * on npm, and the WordPress ones are on the page already: webpack maps both to the shop's own globals.
 */

declare module 'jquery' {
	/** WooCommerce's classic checkout speaks in jQuery events. */
	export default function jQuery( target: Document | Element | string ): {
		on: {
			( type: string, listener: () => void ): void;
			(
				type: 'ajaxSend',
				listener: (
					event: unknown,
					request: PromiseLike< unknown >,
					settings: { url: string }
				) => void
			): void;
		};
		stop: () => void;
		trigger: ( type: string ) => void;
	};
}

declare module '@wordpress/data' {
	/** A store's descriptor, carrying its selectors and actions as types only. */
	export interface Store< Selectors, Actions > {
		readonly name: string;
		readonly selectors?: Selectors;
		readonly actions?: Actions;
	}
	export type Select = < Selectors, Actions >(
		store: Store< Selectors, Actions >
	) => Selectors;

	export const select: Select;
	export function dispatch< Selectors, Actions >(
		store: Store< Selectors, Actions >
	): Actions;
	export function subscribe( listener: () => void ): () => void;
	export function useSelect< Result >(
		map: ( select: Select ) => Result,
		deps: readonly unknown[]
	): Result;
}

declare module '@wordpress/api-fetch' {
	interface Options {
		path?: string;
		url?: string;
		method?: string;
	}
	type Fetch = ( options: Options ) => Promise< unknown >;

	const apiFetch: {
		use: (
			middleware: ( options: Options, next: Fetch ) => Promise< unknown >
		) => void;
	};
	export default apiFetch;
}

declare module '@wordpress/blocks' {
	import type { ReactElement } from 'react';

	export function registerBlockType< Attributes extends object >(
		metadata: object & { name: string },
		settings: {
			edit: ( props: {
				attributes: Attributes;
				setAttributes: ( changed: Partial< Attributes > ) => void;
			} ) => ReactElement;
			save?: () => ReactElement | null;
		}
	): void;
}

declare module '@wordpress/block-editor' {
	import type {
		FunctionComponent,
		HTMLAttributes,
		PropsWithChildren,
	} from 'react';

	export const InspectorControls: FunctionComponent< PropsWithChildren >;
	export const useBlockProps: {
		(
			props?: HTMLAttributes< HTMLElement >
		): HTMLAttributes< HTMLElement >;
		save: () => HTMLAttributes< HTMLElement >;
	};
}

declare module '@wordpress/components' {
	import type {
		ButtonHTMLAttributes,
		FunctionComponent,
		PropsWithChildren,
	} from 'react';

	export const Button: FunctionComponent<
		ButtonHTMLAttributes< HTMLButtonElement > & {
			variant: 'primary' | 'secondary' | 'tertiary';
			isBusy?: boolean;
		}
	>;
	export const Modal: FunctionComponent<
		PropsWithChildren< {
			title: string;
			size: 'small';
			onRequestClose: () => void;
		} >
	>;

	interface Control< Value > {
		label: string;
		help?: string;
		value: Value;
		onChange: ( value: Value ) => void;
		__next40pxDefaultSize?: boolean;
		__nextHasNoMarginBottom?: boolean;
	}

	export const PanelBody: FunctionComponent<
		PropsWithChildren< { title: string } >
	>;
	export const TextControl: FunctionComponent< Control< string > >;
	export const SelectControl: FunctionComponent<
		Control< string > & {
			options: Array< { label: string; value: string } >;
		}
	>;
	export const FormTokenField: FunctionComponent< Control< string[] > >;
	export const RangeControl: FunctionComponent<
		Omit< Control< number >, 'onChange' > & {
			onChange: ( value: number | undefined ) => void;
			min: number;
			max: number;
			step: number;
		}
	>;
}

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
	import type { Store } from '@wordpress/data';

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
