import { expect, type Locator, type Page } from '@playwright/test';

/** A signed-in merchant: screens, and WooCommerce's own REST API with the same cookies. */
export class WpAdmin {
	#nonce = '';

	/** Everybody has the same password. */
	constructor(
		readonly page: Page,
		private readonly login = 'admin'
	) {}

	async signIn(): Promise< void > {
		if ( this.#nonce ) {
			return;
		}
		await this.page.request.post( '/wp-login.php', {
			form: {
				log: this.login,
				pwd: 'password',
				testcookie: '1',
				redirect_to: '/wp-admin/profile.php',
			},
			headers: {
				Cookie: 'wordpress_test_cookie=WP%20Cookie%20check',
			},
			maxRedirects: 0,
		} );
		const nonce = await this.page.request.get(
			'/wp-admin/admin-ajax.php?action=rest-nonce'
		);
		expect( nonce, 'signing in as the merchant' ).toBeOK();
		this.#nonce = await nonce.text();
	}

	/** The order's own data, as other software reads it. */
	async order( id: string ): Promise< Order > {
		return this.rest( 'GET', `orders/${ id }` );
	}

	/** Below WooCommerce's own routes; with a leading slash, below any. */
	async rest< T >(
		method: 'GET' | 'POST' | 'PUT' | 'DELETE',
		path: string,
		data?: object
	): Promise< T > {
		await this.signIn();
		const response = await this.page.request.fetch(
			`/wp-json${ path.startsWith( '/' ) ? '' : '/wc/v3/' }${ path }`,
			{
				method,
				headers: { 'X-WP-Nonce': this.#nonce },
				...( data && { data } ),
			}
		);
		expect( response, await response.text() ).toBeOK();
		return response.json() as Promise< T >;
	}

	/** The addresses, in WooCommerce's REST API, of the shipping methods with such a title. */
	async methodsNamed( title: RegExp ): Promise< string[] > {
		const zones = await this.rest< Array< { id: number } > >(
			'GET',
			'shipping/zones'
		);
		const found: string[] = [];
		for ( const { id } of zones ) {
			const methods = await this.rest<
				Array< { instance_id: number; title: string } >
			>( 'GET', `shipping/zones/${ id }/methods` );
			found.push(
				...methods
					.filter( ( method ) => title.test( method.title ) )
					.map(
						( { instance_id: instance } ) =>
							`shipping/zones/${ id }/methods/${ instance }`
					)
			);
		}
		return found;
	}

	async setEnabled( methods: string[], enabled: boolean ): Promise< void > {
		for ( const method of methods ) {
			await this.rest( 'PUT', method, { enabled } );
		}
	}

	/** The list of orders, wherever this shop keeps them; with a filter, only those whose point is like that. */
	async openOrders( point = '' ): Promise< void > {
		await this.signIn();
		const filter = `sendcloud_service_point=${ point }`;
		const response = await this.page.goto(
			`/wp-admin/admin.php?page=wc-orders&${ filter }`
		);
		if ( response?.status() !== 200 ) {
			await this.page.goto(
				`/wp-admin/edit.php?post_type=shop_order&${ filter }`
			);
		}
	}

	/** An order in that list. */
	orderRow( id: string ): Locator {
		return this.page.locator( `tr#order-${ id }, tr#post-${ id }` );
	}

	/** The order's screen, wherever this shop keeps its orders. */
	async openOrder( id: string ): Promise< Locator > {
		await this.signIn();
		const inTables = `/wp-admin/admin.php?page=wc-orders&action=edit&id=${ id }`;
		const response = await this.page.goto( inTables );
		if ( response?.status() !== 200 ) {
			await this.page.goto(
				`/wp-admin/post.php?post=${ id }&action=edit`
			);
		}
		await expect(
			this.page.getByRole( 'heading', { name: `Order #${ id } details` } )
		).toBeVisible();
		return this.page.locator( '#order_data' );
	}
}

export interface Order {
	id: number;
	status: string;
	meta_data: Array< { key: string; value: unknown } >;
	shipping_lines: Array< {
		method_id: string;
		method_title: string;
		total: string;
		meta_data: Array< { key: string; value: unknown } >;
	} >;
}

interface StoredSelection {
	service_point: { id: number };
	post_number: string;
}

export const orderMeta = ( order: Order, key: string ): unknown =>
	order.meta_data.find( ( meta ) => meta.key === key )?.value;

/** What the order's shipping lines hold, in their order. */
export const orderSelections = ( order: Order ): StoredSelection[] =>
	order.shipping_lines.flatMap(
		( line ) =>
			line.meta_data
				.filter( ( { key } ) => key === '_sendcloud_service_point' )
				.map( ( { value } ) => value ) as StoredSelection[]
	);
