/** Reads the shop's open orders over WooCommerce's REST API, with a key, as Sendcloud does. */
import type { World } from '../world';
import { signedUrl } from './oauth';
import { readOrder, type PanelOrder, type WooOrder } from './orders';

/** Sendcloud imports these and no other. */
const STATUSES = [ 'pending', 'processing', 'on-hold' ];

const TIMEOUT = 30_000;

export interface Reading {
	shop_url: string | null;
	orders: PanelOrder[];
	/** Why there are none to show. */
	error: string | null;
}

function problem( status: number, text: string ): string {
	if ( status === 401 || status === 403 ) {
		return `The shop refuses the key (${ status }).`;
	}
	const start = text.replace( /\s+/g, ' ' ).slice( 0, 120 );
	return `The shop answered ${ status } and no list of orders: ${ start }`;
}

export async function readShop( world: World ): Promise< Reading > {
	const { integration, points } = world;
	const { shop } = integration;
	if ( ! shop ) {
		return { shop_url: null, orders: [], error: 'No shop is connected.' };
	}
	const failed = ( error: string ): Reading => ( {
		shop_url: shop.url,
		orders: [],
		error,
	} );
	const address = `${ shop.url.replace( /\/+$/, '' ) }/wp-json/wc/v3/orders`;
	const now = world.now();

	let response: Response;
	let text: string;
	try {
		response = await fetch(
			signedUrl(
				'GET',
				address,
				{
					status: STATUSES.join( ',' ),
					per_page: '50',
					orderby: 'date',
					order: 'desc',
				},
				shop
			),
			{
				headers: {
					Accept: 'application/json',
					'User-Agent': 'Sendcloud sandbox',
				},
				signal: AbortSignal.timeout( TIMEOUT ),
			}
		);
		text = await response.text();
	} catch ( error ) {
		integration.failed( now, address, null, '', String( error ) );
		return failed( 'The shop cannot be reached.' );
	}

	let orders: unknown;
	try {
		orders = JSON.parse( text );
	} catch {
		orders = null;
	}
	if ( ! response.ok || ! Array.isArray( orders ) ) {
		const message = problem( response.status, text );
		integration.failed( now, address, response.status, text, message );
		return failed( message );
	}
	integration.succeeded( now );
	return {
		shop_url: shop.url,
		// The filter is the shop's to apply; what it lets through anyway is left out here.
		orders: ( orders as WooOrder[] )
			.filter( ( { status } ) => STATUSES.includes( status ) )
			.map( ( order ) => readOrder( order, points ) ),
		error: null,
	};
}
