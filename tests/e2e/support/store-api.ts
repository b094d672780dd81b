/** The Store API with the page's own cookies: short cuts in set-up, and the roads round the checkout page. */
import {
	expect,
	type APIRequestContext,
	type APIResponse,
} from '@playwright/test';
import type { Address } from './addresses';

interface Selection {
	service_point: { id: number; name: string };
	post_number: string;
}

export interface Selections {
	[ packageId: string ]: Selection;
}

interface Rate {
	rate_id: string;
	method_id: string;
	name: string;
	selected: boolean;
}

export interface Cart {
	items: Array< { name: string; quantity: number } >;
	totals: { total_price: string };
	shipping_rates: Array< { package_id: number; shipping_rates: Rate[] } >;
	extensions: {
		'sendcloud-service-points': {
			packages: Record< string, { selection: Selection | null } >;
		};
	};
}

/** What a refused request says. */
export interface Refusal {
	status: number;
	code: string;
	message: string;
}

const NAMESPACE = 'sendcloud-service-points';

export class StoreApi {
	#nonce = '';

	constructor( private readonly request: APIRequestContext ) {}

	async cart(): Promise< Cart > {
		return this.#answer( await this.#get( 'cart' ) );
	}

	/** Of the packages that have one. */
	async selections(): Promise< Selections > {
		const { packages } = ( await this.cart() ).extensions[ NAMESPACE ];
		return Object.fromEntries(
			Object.entries( packages ).flatMap( ( [ id, { selection } ] ) =>
				selection ? [ [ id, selection ] ] : []
			)
		);
	}

	/** By slug. */
	async addToCart( ...products: string[] ): Promise< void > {
		await this.#get( 'cart' );
		for ( const slug of products ) {
			const found = await this.#answer< Array< { id: number } > >(
				await this.#get( `products?slug=${ slug }` )
			);
			await this.#answer(
				await this.post( 'cart/add-item', {
					id: found[ 0 ]?.id,
					quantity: 1,
				} )
			);
		}
	}

	async deliverTo( address: Address ): Promise< void > {
		const { countryName, email, ...fields } = address;
		await this.#answer(
			await this.post( 'cart/update-customer', {
				shipping_address: fields,
				billing_address: { ...fields, email },
			} )
		);
	}

	/** Chooses the rate of this name in every package. */
	async ship( name: string | RegExp ): Promise< void > {
		for ( const shippingPackage of ( await this.cart() ).shipping_rates ) {
			const rate = shippingPackage.shipping_rates.find( ( candidate ) =>
				candidate.name.match( name )
			);
			await this.#answer(
				await this.post( 'cart/select-shipping-rate', {
					package_id: shippingPackage.package_id,
					rate_id: rate?.rate_id,
				} )
			);
		}
	}

	async applyCoupon( code: string ): Promise< void > {
		await this.#answer( await this.post( 'cart/apply-coupon', { code } ) );
	}

	/** Answers why the point was refused, or null. */
	async choose(
		id: number,
		packageId = '0',
		postNumber = ''
	): Promise< Refusal | null > {
		const response = await this.post( 'cart/extensions', {
			namespace: NAMESPACE,
			data: {
				action: 'select',
				package_id: packageId,
				service_point_id: id,
				post_number: postNumber,
			},
		} );
		return response.ok() ? null : refusal( response );
	}

	/** Orders without any page; answers why not, or null. */
	async order(
		address: Address,
		more: Record< string, unknown > = {}
	): Promise< Refusal | null > {
		const { countryName, email, ...fields } = address;
		const response = await this.post( 'checkout', {
			shipping_address: fields,
			billing_address: { ...fields, email },
			payment_method: 'cod',
			...more,
		} );
		return response.ok() ? null : refusal( response );
	}

	async post( path: string, data: object ): Promise< APIResponse > {
		return this.#keepNonce(
			await this.request.post( `/wp-json/wc/store/v1/${ path }`, {
				data,
				headers: { Nonce: this.#nonce },
			} )
		);
	}

	async #get( path: string ): Promise< APIResponse > {
		return this.#keepNonce(
			await this.request.get( `/wp-json/wc/store/v1/${ path }` )
		);
	}

	#keepNonce( response: APIResponse ): APIResponse {
		this.#nonce = response.headers()[ 'nonce' ] ?? this.#nonce;
		return response;
	}

	async #answer< T >( response: APIResponse ): Promise< T > {
		expect( response, await response.text() ).toBeOK();
		return response.json() as Promise< T >;
	}
}

async function refusal( response: APIResponse ): Promise< Refusal > {
	const { code, message } = await response.json();
	return { status: response.status(), code, message };
}
