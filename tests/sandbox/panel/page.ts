/** The page "Incoming orders". */
import type { PanelOrder } from './orders';
import type { Reading } from './shop';
import { STYLE } from './page-style';

function escape( text: string ): string {
	const entities: Record< string, string > = {
		'&': '&amp;',
		'<': '&lt;',
		'>': '&gt;',
		'"': '&quot;',
		"'": '&#39;',
	};
	return text.replace(
		/[&<>"']/g,
		( character ) => entities[ character ] ?? ''
	);
}

function field( name: string, value: string, tag = 'span' ): string {
	return `<${ tag } data-field="${ name }">${ escape( value ) }</${ tag }>`;
}

function servicePoint( {
	service_point: point,
	needs_service_point: isNeeded,
}: PanelOrder ): string {
	if ( ! point ) {
		return isNeeded
			? '<strong class="missing" data-field="no-point">No service point</strong>'
			: '<span class="quiet">Home delivery</span>';
	}
	const street = `${ point.street } ${ point.house_number }`.trim();
	return `
		${ field( 'point-name', point.name, 'strong' ) }
		${ point.carrier ? `<span class="carrier" data-field="point-carrier">${ escape( point.carrier.name ) }</span>` : '' }
		<div class="quiet">${ field( 'point-address', `${ street }, ${ point.postal_code } ${ point.city }` ) }</div>
		<div class="quiet">ID ${ field( 'point-id', point.id, 'code' ) }${
			point.post_number
				? ` · Post number ${ field( 'post-number', point.post_number, 'code' ) }`
				: ''
		}</div>`;
}

function row( order: PanelOrder ): string {
	const [ date = '', time = '' ] = order.created_at.split( 'T' );
	return `
	<tr data-order-id="${ order.id }">
		<td>${ field( 'number', `#${ order.number }`, 'strong' ) }<div class="quiet">${ escape( `${ date } ${ time.slice( 0, 5 ) }` ) }</div></td>
		<td><span class="status status-${ escape( order.status ) }" data-field="status">${ escape( order.status ) }</span></td>
		<td>${ field( 'customer', order.customer.name ) }<div class="quiet">${ escape( order.ship_to ) }</div></td>
		<td>${ field( 'method', order.shipping_method?.title ?? 'No shipping' ) }</td>
		<td>${ servicePoint( order ) }</td>
		<td>${ field( 'source', order.sources.join( ', ' ) ) }</td>
		<td class="amount">${ escape( order.total ) }</td>
	</tr>`;
}

function table( orders: PanelOrder[] ): string {
	const heads = [
		'Order',
		'Status',
		'Customer',
		'Delivery method',
		'Service point',
		'Source',
		'Total',
	];
	return `<table>
	<thead><tr>${ heads.map( ( head ) => `<th scope="col">${ head }</th>` ).join( '' ) }</tr></thead>
	<tbody>${ orders.map( row ).join( '' ) }</tbody>
</table>`;
}

function content( { orders, error }: Reading ): string {
	const notice = error
		? `<p class="notice" role="alert">${ escape( error ) }</p>`
		: '';
	if ( notice && ! orders.length ) {
		return notice;
	}
	return orders.length
		? notice + table( orders )
		: '<p class="empty">No open orders. New ones show here once they are pending, processing or on hold.</p>';
}

export function page( reading: Reading ): string {
	const { orders, shop_url: shopUrl } = reading;
	const missing = orders.filter(
		( order ) => order.needs_service_point && ! order.service_point
	).length;
	const count = `${ orders.length } ${ orders.length === 1 ? 'order' : 'orders' }`;
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Incoming orders · Sendcloud sandbox</title>
<link rel="icon" href="data:,">
<style>${ STYLE }</style>
</head>
<body>
<header>
	<span class="brand">Sendcloud <b>sandbox</b></span>
	<span class="shop">${ shopUrl ? `WooCommerce V2 · ${ escape( shopUrl ) }` : 'No shop connected' }</span>
</header>
<main>
	<div class="title">
		<h1>Incoming orders</h1>
		<span class="quiet">${ count }${ missing ? ` · <strong class="missing">${ missing } without a service point</strong>` : '' }</span>
		<a class="button" href="/panel">Refresh</a>
	</div>
	<section class="card">${ content( reading ) }</section>
	<p class="quiet">Read from the shop just now, as Sendcloud reads it: statuses pending, processing and on hold. Source "API": sent to the Orders API.</p>
</main>
</body>
</html>`;
}
