/**
 * The cart as the shop sees it, and both ways in which a checkout stores a choice: docs/data-contract.md.
 */
import type { ShippingPackage } from '@woocommerce/block-data';
import {
	getSettings,
	postSelection,
	type ClassicSettings,
} from '../checkout/classic-request';
import {
	NAMESPACE,
	toStorePackages,
	type StorePackage,
} from '../checkout/packages';
import { restUrl } from '../lib/search-url';
import { isRecord, messageOf, record } from '../lib/guards';

declare global {
	interface Window {
		/** Printed by includes/Diagnostics/SelfTest.php. */
		sendcloudServicePointsSelfTest: {
			storeUrl: string;
			nonce: string;
			diagnostics: string;
		};
	}
}

export interface Cart {
	isEmpty: boolean;
	/** The packages that can go to a service point. */
	offers: StorePackage[];
}

interface StoreCart {
	items_count: number;
	shipping_rates: ShippingPackage[];
	extensions: Record< string, unknown >;
}

const isCart = ( answer: unknown ): answer is StoreCart =>
	isRecord( answer ) &&
	typeof answer[ 'items_count' ] === 'number' &&
	Array.isArray( answer[ 'shipping_rates' ] ) &&
	isRecord( answer[ 'extensions' ] );

export class Shop {
	#nonce = '';

	async cart(): Promise< Cart > {
		const answer = await this.#store( 'GET', 'cart' );
		if ( ! isCart( answer ) ) {
			throw new Error( messageOf( answer ) );
		}
		return {
			isEmpty: answer.items_count === 0,
			offers: toStorePackages(
				answer.shipping_rates,
				answer.extensions[ NAMESPACE ]
			),
		};
	}

	/**
	 * Stores a choice, or none, as the checkout of this page does.
	 *
	 * @throws {Error} Why the shop refused.
	 */
	async save(
		packageId: string,
		pointId: number | null,
		postNumber = ''
	): Promise< void > {
		// Only where that checkout is.
		const classic: ClassicSettings | undefined = getSettings();
		const answer = classic
			? await postSelection( packageId, pointId, postNumber )
			: await this.#store( 'POST', 'cart/extensions', {
					namespace: NAMESPACE,
					data: pointId
						? {
								action: 'select',
								package_id: packageId,
								service_point_id: pointId,
								post_number: postNumber,
							}
						: { action: 'clear', package_id: packageId },
				} );
		if ( ! (
			isCart( answer ) || record( answer )[ 'success' ] === true
		) ) {
			throw new Error( messageOf( answer ) );
		}
	}

	async #store(
		method: string,
		route: string,
		data?: object
	): Promise< unknown > {
		const { storeUrl, nonce } = window.sendcloudServicePointsSelfTest;
		const response = await fetch( restUrl( storeUrl, route ), {
			method,
			credentials: 'same-origin',
			headers: {
				'Content-Type': 'application/json',
				'X-WP-Nonce': nonce,
				...( this.#nonce && { Nonce: this.#nonce } ),
			},
			...( data && { body: JSON.stringify( data ) } ),
		} );
		this.#nonce = response.headers.get( 'Nonce' ) ?? this.#nonce;
		return response.json().catch( () => null );
	}
}
