/** An order as API v3 documents it, field by field. */
import {
	anything,
	boolean,
	type Check,
	integer,
	list,
	matching,
	nullable,
	number,
	object,
	oneOf,
	text,
} from './schema';

const dateTime = matching(
	/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
	'Input should be a valid datetime'
);

const price = object(
	{ value: number(), currency: oneOf( 'EUR', 'GBP', 'USD' ) },
	[ 'value', 'currency' ]
);

const cost = nullable(
	object( {
		value: nullable(
			matching( /^\d+(\.\d+)?$/, 'String should match pattern' )
		),
		currency: nullable( text() ),
	} )
);

const measurement = object( {
	dimension: object(
		{
			length: number(),
			width: number(),
			height: number(),
			unit: oneOf( 'cm', 'mm', 'm', 'yd', 'ft', 'in' ),
		},
		[ 'length', 'width', 'height', 'unit' ]
	),
	weight: object(
		{ value: number( 0 ), unit: oneOf( 'kg', 'g', 'lbs', 'oz' ) },
		[ 'value', 'unit' ]
	),
	volume: object( { value: integer(), unit: text() }, [ 'value', 'unit' ] ),
} );

const status = object( { code: text( 1 ), message: text() }, [ 'code' ] );

const item = object(
	{
		item_id: text( 1 ),
		product_id: text(),
		variant_id: text(),
		image_url: text(),
		name: text(),
		description: text(),
		quantity: integer( 0 ),
		sku: text(),
		hs_code: text(),
		country_of_origin: matching(
			/^[A-Z]{2}$/,
			'String should have 2 characters'
		),
		properties: anything,
		unit_price: price,
		total_price: price,
		measurement,
		ean: text(),
		delivery_dates: anything,
		mid_code: nullable( text() ),
		material_content: nullable( text() ),
		intended_use: nullable( text() ),
		dangerous_goods: anything,
	},
	[ 'name', 'quantity', 'total_price' ]
);

const address = object(
	{
		name: text( 1 ),
		company_name: text(),
		address_line_1: text(),
		house_number: text(),
		address_line_2: text(),
		postal_code: text( 1 ),
		city: text( 1 ),
		po_box: nullable( text() ),
		state_province_code: text(),
		country_code: matching(
			/^[A-Z]{2}$/,
			'Input should be a valid country code'
		),
		email: matching( /^[^@\s]+@[^@\s]+$/, 'Input should be a valid email' ),
		phone_number: text(),
	},
	[ 'name', 'address_line_1', 'postal_code', 'city', 'country_code' ]
);

const point = {
	post_number: text(),
	latitude: text(),
	longitude: text(),
	type: text(),
	extra_data: anything,
};

/** Either of two ids; a number is refused, though the service points' API gives one. */
const servicePoint: Check = ( value, pointer ) =>
	typeof value === 'object' &&
	value !== null &&
	'carrier_service_point_id' in value
		? object( { ...point, carrier_service_point_id: text() } )(
				value,
				pointer
			)
		: object( { ...point, id: text( 1 ) }, [ 'id' ] )( value, pointer );

export const ORDER = object(
	{
		id: text(),
		order_id: text( 1 ),
		order_number: text( 1 ),
		order_details: object(
			{
				integration: object( { id: integer( 0 ) }, [ 'id' ] ),
				status,
				order_created_at: dateTime,
				order_updated_at: dateTime,
				order_items: list( item ),
				notes: text(),
				tags: list( text() ),
			},
			[ 'integration', 'status', 'order_created_at', 'order_items' ]
		),
		payment_details: object(
			{
				is_cash_on_delivery: nullable( boolean ),
				total_price: price,
				subtotal_price: price,
				estimated_shipping_price: price,
				estimated_tax_price: price,
				status,
				invoice_date: nullable( text() ),
				discount_granted: cost,
				insurance_costs: cost,
				freight_costs: cost,
				other_costs: cost,
			},
			[ 'total_price', 'status' ]
		),
		customs_details: anything,
		customer_details: object(
			{ name: text(), phone_number: text(), email: text() },
			[ 'name' ]
		),
		billing_address: address,
		shipping_address: address,
		shipping_details: object( {
			is_local_pickup: nullable( boolean ),
			delivery_indicator: text(),
			measurement,
			ship_with: anything,
		} ),
		service_point_details: servicePoint,
	},
	[ 'order_id', 'order_number', 'order_details', 'payment_details' ]
);
