/**
 * What shoppers ask of the shop, each with the cart it needs.
 */
import type { Shop } from '../../shop/assemble';
import { type Cost, Visitor } from '../visitor';

/** Which plugin is active; `none` has a flat rate of the same price in its place. */
export const VARIANTS = [ 'none', 'ours', 'official' ] as const;

export type Variant = ( typeof VARIANTS )[ number ];

export interface Catalogue {
	products: number[];
	variations: number[];
}

interface Cart {
	products?: number;
	variations?: number;
	/** Poland has eight rates, France two. */
	country?: 'FR' | 'PL';
	/** The relay rate is chosen, instead of the first. */
	relay?: boolean;
}

export interface Page {
	id: string;
	title: string;
	cart?: Cart;
	place: string;
	expected: string;
	/** A review of the classic checkout, as its page sends it. */
	review?: boolean;
}

const STORE = { place: '/wp-json/wc/store/v1/cart', expected: '"items_count"' };
const BLOCK = {
	place: '/checkout/',
	expected: 'wp-block-woocommerce-checkout',
};
const CLASSIC = { place: '/checkout-classic/', expected: 'place_order' };
const REVIEW = {
	place: '/?wc-ajax=update_order_review',
	expected: '"result":"success"',
	review: true,
};

export const PAGES: Page[] = [
	{ id: 'home', title: 'home page', place: '/', expected: '</html>' },
	{
		id: 'mini-cart',
		title: 'shop page, 6 products in the mini-cart',
		cart: { products: 6 },
		place: '/shop/?mini-cart',
		expected: 'wp-block-woocommerce-mini-cart',
	},
	...[ 1, 6 ].map( ( products ) => ( {
		id: `cart-${ products }`,
		title: `Store API cart, ${ products } product${ products > 1 ? 's' : '' }`,
		cart: { products },
		...STORE,
	} ) ),
	...(
		[
			[ 'block', BLOCK ],
			[ 'classic', CLASSIC ],
		] as const
	 ).flatMap( ( [ name, page ] ) => [
		...[ 1, 6, 20 ].map( ( products ) => ( {
			id: `${ name }-${ products }`,
			title: `${ name } checkout, ${ products } product${ products > 1 ? 's' : '' }`,
			cart: { products },
			...page,
		} ) ),
		{
			id: `${ name }-variations`,
			title: `${ name } checkout, 20 variations`,
			cart: { variations: 20 },
			...page,
		},
		{
			id: `${ name }-relay`,
			title: `${ name } checkout, 6 products, relay rate chosen`,
			cart: { products: 6, relay: true },
			...page,
		},
	] ),
	{
		id: 'review-6',
		title: 'classic review, 6 products',
		cart: { products: 6 },
		...REVIEW,
	},
	{
		id: 'review-50',
		title: 'classic review, 50 variations, 8 rates',
		cart: { variations: 50, country: 'PL' },
		...REVIEW,
	},
];

const RATES = { FR: 2, PL: 8 };

/** A shopper of one variant with a page's cart; answers how to visit the page. */
export async function shopper(
	shop: Shop,
	catalogue: Catalogue,
	page: Page,
	variant: Variant
): Promise< ( headers?: Record< string, string > ) => Promise< Cost > > {
	const visitor = new Visitor( shop );
	const plugin = { 'X-Bench-Plugin': variant };
	if ( page.cart ) {
		const {
			products = 0,
			variations = 0,
			country = 'FR',
			relay,
		} = page.cart;
		const ids = [
			...catalogue.products.slice( 0, products ),
			...catalogue.variations.slice( 0, variations ),
		];
		const filled = JSON.parse(
			await visitor.get(
				`/?bench=fill&ids=${ ids.join() }&country=${ country }${ relay ? '&relay' : '' }`,
				plugin
			)
		) as { products: number; rates: number };
		if (
			filled.products !== ids.length ||
			filled.rates !== RATES[ country ]
		) {
			throw new Error(
				`${ page.title }, ${ variant }: the cart has ${ JSON.stringify( filled ) }.`
			);
		}
	}
	const init = page.review
		? await reviewRequest( visitor, plugin, page.cart?.country ?? 'FR' )
		: {};
	return ( headers = {} ) =>
		visitor.measure(
			page.place,
			page.expected,
			{ ...plugin, ...headers },
			init
		);
}

/** What assets/js/frontend/checkout.js of WooCommerce sends after each change. */
async function reviewRequest(
	visitor: Visitor,
	plugin: Record< string, string >,
	country: string
): Promise< RequestInit > {
	const page = await visitor.get( CLASSIC.place, plugin );
	const [ , security = '' ] =
		/"update_order_review_nonce":"(\w+)"/.exec( page ) ?? [];
	const rate =
		/name="shipping_method\[0\]"[^>]*value="([^"]+)"[^>]*checked/.exec(
			page
		)?.[ 1 ] ?? '';
	const address = {
		country,
		postcode: country === 'FR' ? '75011' : '00-001',
		city: country === 'FR' ? 'Paris' : 'Warszawa',
		address: '12 Rue Oberkampf',
	};
	return {
		method: 'POST',
		body: new URLSearchParams( {
			security,
			payment_method: 'bacs',
			...address,
			...Object.fromEntries(
				Object.entries( address ).map( ( [ name, value ] ) => [
					`s_${ name }`,
					value,
				] )
			),
			has_full_address: 'true',
			'shipping_method[0]': rate,
			post_data: '',
		} ),
	};
}
