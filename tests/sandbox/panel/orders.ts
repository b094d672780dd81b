/** A WooCommerce order as Sendcloud's "WooCommerce V2" integration reads it. */
import { carrierName } from '../data/carriers';
import type { PointStore } from '../data/store';

/** The order meta that carries the point, and the method that asks for one. */
const META_KEY = 'sendcloudshipping_v2_service_point';
const METHOD_ID = 'service_point_v2_shipping_method';

/** A point lacking one of these is no point to Sendcloud. */
const REQUIRED = [
	'id',
	'toPostalCode',
	'name',
	'street',
	'city',
	'postal_code',
	'house_number',
] as const;

interface WooAddress {
	first_name: string;
	last_name: string;
	address_1: string;
	postcode: string;
	city: string;
	country: string;
}

/** The fields read of an order in WooCommerce's REST API. */
export interface WooOrder {
	id: number;
	number: string;
	status: string;
	currency: string;
	total: string;
	date_created: string;
	billing: WooAddress & { email: string };
	shipping: WooAddress;
	shipping_lines: Array< { method_id: string; method_title: string } >;
	meta_data: Array< { key: string; value: unknown } >;
}

export interface PanelPoint {
	id: string;
	name: string;
	street: string;
	house_number: string;
	postal_code: string;
	city: string;
	post_number: string;
	/** Known where the point is one of Sendcloud's. */
	carrier: { code: string; name: string } | null;
	country: string | null;
}

export interface PanelOrder {
	id: number;
	number: string;
	status: string;
	created_at: string;
	total: string;
	customer: { name: string; email: string };
	ship_to: string;
	shipping_method: { id: string; title: string } | null;
	service_point: PanelPoint | null;
	/** The method asks for a point: without one, no label can be made. */
	needs_service_point: boolean;
	/** How the order came here. */
	sources: string[];
}

function parsePoint(
	value: unknown
): Record< ( typeof REQUIRED )[ number ], string > | null {
	if ( typeof value !== 'string' ) {
		return null;
	}
	let data: unknown;
	try {
		data = JSON.parse( value );
	} catch {
		return null;
	}
	const fields = (
		typeof data === 'object' && data !== null ? data : {}
	) as Record< string, unknown >;
	if (
		REQUIRED.some(
			( key ) => fields[ key ] === undefined || fields[ key ] === null
		)
	) {
		return null;
	}
	return Object.fromEntries(
		REQUIRED.map( ( key ) => [ key, String( fields[ key ] ) ] )
	) as Record< ( typeof REQUIRED )[ number ], string >;
}

function readPoint( order: WooOrder, points: PointStore ): PanelPoint | null {
	const data = parsePoint(
		order.meta_data.find( ( { key } ) => key === META_KEY )?.value
	);
	if ( ! data ) {
		return null;
	}
	const known = points.find( Number( data.id ) );
	return {
		id: data.id,
		name: data.name,
		street: data.street,
		house_number: data.house_number,
		postal_code: data.postal_code,
		city: data.city,
		// The name is misleading: it holds the post number.
		post_number: data.toPostalCode,
		carrier: known
			? { code: known.carrier, name: carrierName( known.carrier ) }
			: null,
		country: known?.country ?? null,
	};
}

export function readOrder( order: WooOrder, points: PointStore ): PanelOrder {
	const [ method ] = order.shipping_lines;
	const to = order.shipping.address_1 ? order.shipping : order.billing;
	return {
		id: order.id,
		number: order.number,
		status: order.status,
		created_at: order.date_created,
		total: `${ order.total } ${ order.currency }`,
		customer: {
			name: `${ to.first_name } ${ to.last_name }`.trim(),
			email: order.billing.email,
		},
		ship_to: [
			to.address_1,
			`${ to.postcode } ${ to.city }`.trim(),
			to.country,
		]
			.filter( Boolean )
			.join( ', ' ),
		shipping_method: method
			? { id: method.method_id, title: method.method_title }
			: null,
		service_point: readPoint( order, points ),
		needs_service_point: order.shipping_lines.some(
			( line ) => line.method_id === METHOD_ID
		),
		sources: [ 'WooCommerce V2' ],
	};
}
