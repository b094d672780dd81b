/** All incoming orders: those read from the shop and those sent to the Orders API. An order on both roads is one row. */
import { carrierName } from '../data/carriers';
import { isFields, node, type Fields, type StoredOrder } from '../data/orders';
import type { World } from '../world';
import type { PanelOrder, PanelPoint } from './orders';
import { readShop, type Reading } from './shop';

const text = ( data: Fields, key: string ): string =>
	typeof data[ key ] === 'string' ? data[ key ] : '';

function readPoint( data: Fields, world: World ): PanelPoint | null {
	if ( ! isFields( data[ 'service_point_details' ] ) ) {
		return null;
	}
	const details = node( data, 'service_point_details' );
	const id = text( details, 'id' );
	const known = world.points.find( Number( id ) );
	return {
		id,
		name: known?.name ?? 'Unknown point',
		street: known?.street ?? '',
		house_number: known?.houseNumber ?? '',
		postal_code: known?.postalCode ?? '',
		city: known?.city ?? '',
		post_number: text( details, 'post_number' ),
		carrier: known
			? { code: known.carrier, name: carrierName( known.carrier ) }
			: null,
		country: known?.country ?? null,
	};
}

function readSent( order: StoredOrder, world: World ): PanelOrder {
	const { data } = order;
	const details = node( data, 'order_details' );
	const to = node( data, 'shipping_address' );
	const total = node( node( data, 'payment_details' ), 'total_price' );
	const method = text(
		node( data, 'shipping_details' ),
		'delivery_indicator'
	);
	return {
		id: Number( order.orderId ),
		number: order.orderNumber,
		status: text( node( details, 'status' ), 'code' ),
		created_at: text( details, 'order_created_at' ),
		total: `${ Number( total[ 'value' ] ).toFixed( 2 ) } ${ text( total, 'currency' ) }`,
		customer: {
			name: text( to, 'name' ),
			email: text( node( data, 'customer_details' ), 'email' ),
		},
		ship_to: [
			text( to, 'address_line_1' ),
			`${ text( to, 'postal_code' ) } ${ text( to, 'city' ) }`.trim(),
			text( to, 'country_code' ),
		]
			.filter( Boolean )
			.join( ', ' ),
		shipping_method: method ? { id: '', title: method } : null,
		service_point: readPoint( data, world ),
		needs_service_point: false,
		sources: [ 'API' ],
	};
}

export async function readIncoming( world: World ): Promise< Reading > {
	const shop = await readShop( world );
	const orders = new Map(
		world.orders
			.list()
			.map( ( order ) => [ order.orderId, readSent( order, world ) ] )
	);
	for ( const order of shop.orders ) {
		const sent = orders.get( String( order.id ) );
		orders.set( String( order.id ), {
			...order,
			sources: [ ...order.sources, ...( sent?.sources ?? [] ) ],
		} );
	}
	return {
		...shop,
		orders: [ ...orders.values() ].sort( ( a, b ) => b.id - a.id ),
		// Nothing is amiss where orders are sent and no shop is to be read.
		error: shop.shop_url === null && orders.size ? null : shop.error,
	};
}
