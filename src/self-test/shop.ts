/**
 * The cart as the shop sees it, and both roads on which a checkout stores a choice: docs/data-contract.md.
 */
import {
	getSettings,
	type ClassicSettings,
} from '../checkout-classic/settings';
import { restUrl } from '../lib/api';
import { isRecord, isSelection } from '../lib/guards';
import type { Selection } from '../types/domain';

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

const NAMESPACE = 'sendcloud-service-points';

/** A package that can go to a service point. */
export interface RelayOffer {
	packageId: string;
	rateId: string;
	rateName: string;
	isChosen: boolean;
	country: string;
	carriers: string[];
	address: string;
	selection: Selection | null;
}

export interface Cart {
	isEmpty: boolean;
	/** In the order of the packages. */
	offers: RelayOffer[];
}

interface StoreCart {
	items_count: number;
	shipping_rates: Array< {
		package_id: number | string;
		destination: Record<
			'address_1' | 'postcode' | 'city' | 'country',
			string
		>;
		shipping_rates: Array< {
			rate_id: string;
			name: string;
			selected: boolean;
		} >;
	} >;
	extensions: Record< string, unknown >;
}

const record = ( value: unknown ) => ( isRecord( value ) ? value : {} );

const isCart = ( answer: unknown ): answer is StoreCart =>
	isRecord( answer ) &&
	typeof answer[ 'items_count' ] === 'number' &&
	Array.isArray( answer[ 'shipping_rates' ] ) &&
	isRecord( answer[ 'extensions' ] );

function toCart( {
	items_count: count,
	shipping_rates: packages,
	extensions,
}: StoreCart ): Cart {
	const ours = record( extensions[ NAMESPACE ] );
	const rules = record( ours[ 'rates' ] );
	return {
		isEmpty: count === 0,
		offers: packages.flatMap(
			( { package_id: id, destination, shipping_rates: rates } ) => {
				const offered = rates.filter(
					( { rate_id: rateId } ) => rateId in rules
				);
				const rate =
					offered.find( ( { selected } ) => selected ) ??
					offered[ 0 ];
				if ( ! rate ) {
					return [];
				}
				const carriers = record( rules[ rate.rate_id ] )[ 'carriers' ];
				const selection = record( ours[ 'selections' ] )[
					String( id )
				];
				return {
					packageId: String( id ),
					rateId: rate.rate_id,
					rateName: rate.name,
					isChosen: rate.selected,
					country: destination.country,
					carriers: Array.isArray( carriers )
						? carriers.map( String )
						: [],
					address: [
						destination.address_1,
						`${ destination.postcode } ${ destination.city }`,
					]
						.map( ( part ) => part.trim() )
						.filter( Boolean )
						.join( ', ' ),
					selection: isSelection( selection ) ? selection : null,
				};
			}
		),
	};
}

export class Shop {
	#nonce = '';

	async cart(): Promise< Cart > {
		const answer = await this.#store( 'GET', 'cart' );
		if ( ! isCart( answer ) ) {
			throw new Error( messageOf( answer ) );
		}
		return toCart( answer );
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
			? await saveClassic( classic, packageId, pointId, postNumber )
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

async function saveClassic(
	{ ajaxUrl, nonce }: ClassicSettings,
	packageId: string,
	pointId: number | null,
	postNumber: string
): Promise< unknown > {
	const response = await fetch( ajaxUrl, {
		method: 'POST',
		credentials: 'same-origin',
		body: new URLSearchParams( {
			security: nonce,
			package_id: packageId,
			service_point_id: String( pointId ?? '' ),
			post_number: postNumber,
		} ),
	} );
	return response.json().catch( () => null );
}

function messageOf( answer: unknown ): string {
	const { message, data } = record( answer );
	const found = message ?? record( data )[ 'message' ];
	return typeof found === 'string' ? found : '';
}
