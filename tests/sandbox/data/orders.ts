/** The orders sent to the account's API integration; Sendcloud knows an order by `order_id` and integration. */
export type Fields = Record< string, unknown >;

/** An order as it was sent, with what Sendcloud adds. */
export interface StoredOrder {
	id: number;
	integrationId: number;
	orderId: string;
	orderNumber: string;
	createdAt: string;
	modifiedAt: string;
	/** How often it was sent: an upsert leaves one order, whatever this says. */
	timesSent: number;
	data: Fields;
}

export function isFields( value: unknown ): value is Fields {
	return (
		typeof value === 'object' && value !== null && ! Array.isArray( value )
	);
}

export function node( data: Fields, key: string ): Fields {
	const value = data[ key ];
	return isFields( value ) ? value : {};
}

export class OrderStore {
	private readonly orders = new Map< number, StoredOrder >();
	private lastId = 7000;

	/** Newest first. */
	list(): StoredOrder[] {
		return [ ...this.orders.values() ].sort( ( a, b ) => b.id - a.id );
	}

	get( id: number ): StoredOrder | undefined {
		return this.orders.get( id );
	}

	find( integrationId: number, orderId: string ): StoredOrder | undefined {
		return this.list().find(
			( order ) =>
				order.integrationId === integrationId &&
				order.orderId === orderId
		);
	}

	upsert( data: Fields, now: Date ): StoredOrder {
		const integrationId = Number(
			node( node( data, 'order_details' ), 'integration' )[ 'id' ]
		);
		const orderId = String( data[ 'order_id' ] );
		const known =
			data[ 'id' ] === undefined
				? this.find( integrationId, orderId )
				: this.get( Number( data[ 'id' ] ) );
		const order: StoredOrder = {
			id: known?.id ?? ++this.lastId,
			integrationId,
			orderId,
			orderNumber: String( data[ 'order_number' ] ),
			createdAt: known?.createdAt ?? now.toISOString(),
			modifiedAt: now.toISOString(),
			timesSent: ( known?.timesSent ?? 0 ) + 1,
			data,
		};
		this.orders.set( order.id, order );
		return order;
	}

	delete( id: number ): boolean {
		return this.orders.delete( id );
	}
}
