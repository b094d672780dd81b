/** API v3's orders: sent in batches, all or none; listed, shown, changed and deleted one by one. */
import { isFields, node, type Fields, type StoredOrder } from '../data/orders';
import { json, parseObject, type Reply, type Request } from '../http';
import { API_INTEGRATION_ID } from '../integration';
import type { World } from '../world';
import { Refusal } from './refusal';
import type { Problem } from './schema';
import { ORDER } from './v3-order-schema';

const MAX_ORDERS = 100;

interface OrderError {
	code: string;
	title?: string;
	detail: string;
	source?: { pointer: string } | { parameter: string };
}

function refuse( status: number, ...errors: OrderError[] ): Refusal {
	return new Refusal(
		json(
			{
				errors: errors.map( ( error ) => ( {
					status: String( status ),
					...error,
				} ) ),
			},
			status
		)
	);
}

const notFound = (): Refusal =>
	refuse( 404, {
		code: 'not_found',
		title: 'Not found',
		detail: 'The order could not be found with the search criteria given',
	} );

function problems( order: unknown, index: number, world: World ): Problem[] {
	const start = `/data/attributes/[${ index }]`;
	const found = ORDER( order, start );
	if ( found.length || ! isFields( order ) ) {
		return found;
	}
	const details = node( order, 'order_details' );
	const integrationId = node( details, 'integration' )[ 'id' ];
	if ( integrationId !== API_INTEGRATION_ID ) {
		return [
			{
				code: 'invalid',
				detail: `Integration with id ${ integrationId } does not exist`,
				pointer: `${ start }/order_details/integration/id`,
			},
		];
	}
	const known =
		order[ 'id' ] === undefined
			? undefined
			: world.orders.get( Number( order[ 'id' ] ) );
	return known && known.orderId !== order[ 'order_id' ]
		? [
				{
					code: 'invalid',
					detail: `Order id ${ known.orderId } cannot be changed`,
					pointer: `${ start }/order_id`,
				},
			]
		: [];
}

function receipt( { id, orderId, orderNumber }: StoredOrder ): Fields {
	return { id, order_id: orderId, order_number: orderNumber };
}

function describe( order: StoredOrder ): Fields {
	return {
		...order.data,
		// Unlike in the receipt, a string.
		id: String( order.id ),
		created_at: order.createdAt,
		modified_at: order.modifiedAt,
	};
}

function upsert( request: Request, world: World ): Reply {
	let orders: unknown;
	try {
		orders = JSON.parse( request.body );
	} catch {
		orders = null;
	}
	if ( ! Array.isArray( orders ) ) {
		throw refuse( 400, {
			code: 'non_field_errors',
			title: 'Wrong format',
			detail: 'Wrong request format, expected list of objects',
		} );
	}
	if ( orders.length > MAX_ORDERS ) {
		throw refuse( 400, {
			code: 'invalid',
			detail: `Orders list should have at most ${ MAX_ORDERS } items, not ${ orders.length }`,
			source: { pointer: '/data/attributes/' },
		} );
	}
	const found = orders.flatMap( ( order: unknown, index ) =>
		problems( order, index, world )
	);
	if ( found.length ) {
		throw refuse(
			400,
			...found.map( ( { code, detail, pointer } ) => ( {
				code,
				detail,
				source: { pointer },
			} ) )
		);
	}
	const stored = orders
		.filter( isFields )
		.map( ( order ) => world.orders.upsert( order, world.now() ) );
	return json( { data: stored.map( receipt ) }, 201 );
}

/** `p` is the id after which the page starts. */
function readCursor( text: string | null ): number {
	if ( text === null ) {
		return Infinity;
	}
	const position = new URLSearchParams(
		Buffer.from( text, 'base64' ).toString()
	).get( 'p' );
	if ( position === null || ! /^\d+$/.test( position ) ) {
		throw refuse( 404, {
			code: 'not_found',
			title: 'Invalid cursor',
			detail: 'Invalid cursor',
		} );
	}
	return Number( position );
}

function listOrders( request: Request, world: World ): Reply {
	const { query } = request;
	const integrations = query.get( 'integration' )?.split( ',' );
	const stranger = integrations?.find(
		( id ) =>
			id !== String( API_INTEGRATION_ID ) &&
			id !== String( world.integration.id )
	);
	if ( stranger !== undefined ) {
		throw refuse( 400, {
			code: 'invalid_choice',
			title: 'Invalid Choice',
			detail: `Select a valid choice. ${ stranger } is not one of the available choices.`,
			source: { parameter: 'integration' },
		} );
	}
	const isAsked = ( name: string, value: unknown ): boolean =>
		! query.has( name ) ||
		query.get( name )?.toLowerCase() === String( value ).toLowerCase();
	const after = readCursor( query.get( 'cursor' ) );
	const size = Math.min(
		200,
		Math.max( 1, Number( query.get( 'page_size' ) ?? 100 ) || 100 )
	);
	const rest = world.orders
		.list()
		.filter(
			( order ) =>
				order.id < after &&
				( integrations?.includes( String( order.integrationId ) ) ??
					true ) &&
				isAsked( 'order_id', order.orderId ) &&
				isAsked( 'order_number', order.orderNumber ) &&
				isAsked(
					'status',
					node( node( order.data, 'order_details' ), 'status' )[
						'code'
					]
				)
		);
	const page = rest.slice( 0, size );
	const reply = json( { data: page.map( describe ) } );
	if ( rest.length === page.length ) {
		return reply;
	}
	const next = new URLSearchParams( query );
	next.set(
		'cursor',
		Buffer.from( `p=${ page.at( -1 )?.id }` ).toString( 'base64' )
	);
	return {
		...reply,
		headers: { Link: `<${ request.path }?${ next }>; rel="next"` },
	};
}

/** What is sent replaces what is there, node by node; an item is told by its name. */
function merge( into: Fields, changes: Fields ): Fields {
	const merged: Fields = { ...into };
	for ( const [ key, value ] of Object.entries( changes ) ) {
		const old = into[ key ];
		if ( key === 'order_items' && Array.isArray( value ) ) {
			merged[ key ] = mergeItems(
				Array.isArray( old ) ? old : [],
				value
			);
		} else {
			merged[ key ] =
				isFields( value ) && isFields( old )
					? merge( old, value )
					: value;
		}
	}
	return merged;
}

function mergeItems( items: unknown[], changes: unknown[] ): unknown[] {
	const merged = [ ...items ];
	for ( const wanted of changes.filter( isFields ) ) {
		const index = merged.findIndex(
			( item ) => isFields( item ) && item[ 'name' ] === wanted[ 'name' ]
		);
		const item = merged[ index ];
		if ( ! isFields( item ) ) {
			throw refuse( 400, {
				code: 'invalid',
				title: 'Invalid',
				detail: 'Could not find specified item.',
				source: { pointer: 'order/order_details/order_items' },
			} );
		}
		merged[ index ] = merge( item, wanted );
	}
	return merged;
}

function change( order: StoredOrder, request: Request, world: World ): Reply {
	const changes = parseObject( request.body );
	const data = merge( order.data, { ...changes, id: String( order.id ) } );
	return json( {
		data: receipt( world.orders.upsert( data, world.now() ) ),
	} );
}

/** The path is what follows `/orders`; null where there is no such route. */
export function answerOrders(
	request: Request,
	path: string,
	world: World
): Reply | null {
	const { method } = request;
	if ( path === '' ) {
		if ( method === 'POST' ) {
			return upsert( request, world );
		}
		return method === 'GET' ? listOrders( request, world ) : null;
	}
	const id = /^\/(\d+)$/.exec( path )?.[ 1 ];
	if (
		id === undefined ||
		! [ 'GET', 'PATCH', 'DELETE' ].includes( method )
	) {
		return null;
	}
	const order = world.orders.get( Number( id ) );
	if ( ! order ) {
		throw notFound();
	}
	if ( method === 'DELETE' ) {
		world.orders.delete( order.id );
		return { status: 204 };
	}
	return method === 'PATCH'
		? change( order, request, world )
		: json( { data: describe( order ) } );
}
