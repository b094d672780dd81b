/**
 * The order's screen: choose, change or remove the service point. The list of orders: how far a check has got.
 */
import { __, sprintf } from '@wordpress/i18n';
import './order.scss';
import { searchServicePoints } from '../lib/api';
import { getConfig } from '../lib/config';
import { formatCity, formatDistance, formatStreet } from '../lib/format';
import { isRecord, isSelection, record, string } from '../lib/guards';
import { loadPicker } from '../lib/load-picker';
import { parseRule } from '../lib/rule';
import type { PickerRequest, ServicePoint } from '../types/domain';

type Request = Omit< PickerRequest, 'onSelect' >;

const PANEL = '.scsp-order';
const ALTERNATIVES = 3;

const find = < T extends Element = HTMLElement >(
	selector: string,
	root: ParentNode = document
) => root.querySelector< T >( selector );

const failed = () =>
	__(
		'The change could not be saved. Reload the page and try again.',
		'sendcloud-service-points'
	);

function readRequest( line: HTMLElement ): Request {
	const data: unknown = JSON.parse( line.dataset[ 'request' ] ?? '{}' );
	const { country, rule, address, selected } = record( data );
	return {
		country: string( country ),
		rule,
		address: string( address ),
		selected: isSelection( selected ) ? selected : null,
	};
}

/** Draws the panel and the notes anew as the server has them; what else was typed on the page stays. */
async function refresh( panel: HTMLElement ): Promise< void > {
	const page = await fetch( panel.dataset[ 'screen' ] ?? '' );
	const fresh = new DOMParser().parseFromString(
		await page.text(),
		'text/html'
	);
	for ( const part of [ PANEL, 'ul.order_notes' ] ) {
		const now = find( part );
		const next = find( part, fresh );
		if ( now && next ) {
			now.replaceWith( document.importNode( next, true ) );
		}
	}
	showAlternatives();
	find< HTMLButtonElement >( `${ PANEL } button` )?.focus();
}

async function save(
	line: HTMLElement,
	method: 'POST' | 'DELETE',
	data: Record< string, unknown > = {}
): Promise< void > {
	const panel = line.closest< HTMLElement >( PANEL );
	const answer = await fetch( panel?.dataset[ 'url' ] ?? '', {
		method,
		headers: {
			'Content-Type': 'application/json',
			'X-WP-Nonce': panel?.dataset[ 'nonce' ] ?? '',
		},
		body: JSON.stringify( {
			shipping_line_id: Number( line.dataset[ 'line' ] ),
			...data,
		} ),
	} );
	if ( ! answer.ok ) {
		const body: unknown = await answer.json().catch( () => null );
		throw new Error(
			isRecord( body ) && typeof body[ 'message' ] === 'string'
				? body[ 'message' ]
				: failed()
		);
	}
	if ( panel ) {
		await refresh( panel );
	}
}

function say( line: HTMLElement, message: string ): void {
	const status = find( '.scsp-order__status', line );
	if ( status ) {
		status.textContent = message;
	}
}

/** Runs one change at a time; its button stays enabled, since disabling it would take the keyboard's focus away. */
async function act(
	line: HTMLElement,
	action: () => Promise< void >
): Promise< void > {
	if ( line.dataset[ 'busy' ] ) {
		return;
	}
	line.dataset[ 'busy' ] = 'yes';
	say( line, __( 'Saving…', 'sendcloud-service-points' ) );
	try {
		await action();
	} catch ( error ) {
		say( line, error instanceof Error ? error.message : failed() );
	}
	delete line.dataset[ 'busy' ];
}

async function choose( line: HTMLElement ): Promise< void > {
	try {
		const picker = await loadPicker();
		picker.openPicker( {
			...readRequest( line ),
			onSelect: ( point, postNumber ) =>
				save( line, 'POST', {
					service_point_id: point.id,
					post_number: postNumber,
				} ),
		} );
	} catch {
		say(
			line,
			__(
				'The list of service points did not load. Reload the page and try again.',
				'sendcloud-service-points'
			)
		);
	}
}

function alternative( line: HTMLElement, point: ServicePoint ): HTMLElement {
	const item = document.createElement( 'li' );
	const text = document.createElement( 'span' );
	const detail = document.createElement( 'small' );
	const button = document.createElement( 'button' );
	text.textContent = point.name;
	detail.textContent = [
		formatStreet( point ),
		formatCity( point ),
		point.distance !== null &&
			formatDistance( point.distance, getConfig().locale ),
	]
		.filter( Boolean )
		.join( ', ' );
	text.append( detail );
	button.type = 'button';
	button.className = 'button';
	button.textContent = __( 'Use this one', 'sendcloud-service-points' );
	button.setAttribute(
		'aria-label',
		/* translators: %s: name of a service point. */
		sprintf( __( 'Use %s', 'sendcloud-service-points' ), point.name )
	);
	button.addEventListener( 'click', () => {
		void act( line, () =>
			save( line, 'POST', {
				service_point_id: point.id,
				post_number: readRequest( line ).selected?.post_number ?? '',
			} )
		);
	} );
	item.append( text, button );
	return item;
}

/** The nearest points of the same carrier, around the one that closed. */
async function suggest( line: HTMLElement ): Promise< void > {
	const { country, rule, address, selected } = readRequest( line );
	const place = find( '.scsp-order__alternatives', line );
	if ( ! selected || ! place ) {
		return;
	}
	const old = selected.service_point;
	const isPlaced =
		old.position.latitude !== 0 || old.position.longitude !== 0;
	const near = [ formatStreet( old ), formatCity( old ) ]
		.filter( Boolean )
		.join( ', ' );
	const { service_points: points } = await searchServicePoints(
		getConfig().restUrl,
		{
			country,
			rule: old.carrier.code
				? { ...parseRule( rule ), carriers: [ old.carrier.code ] }
				: parseRule( rule ),
			place: isPlaced
				? { position: old.position }
				: { address: near || address },
			limit: 10,
		},
		new AbortController().signal
	);
	const open = points.filter(
		( point ) => point.is_active && point.id !== old.id
	);
	if ( open.length > 0 ) {
		const list = document.createElement( 'ul' );
		list.append(
			...open
				.slice( 0, ALTERNATIVES )
				.map( ( point ) => alternative( line, point ) )
		);
		const title = document.createElement( 'strong' );
		title.textContent = __(
			'Nearest points of the same carrier',
			'sendcloud-service-points'
		);
		place.replaceChildren( title, list );
	}
}

function showAlternatives(): void {
	document
		.querySelectorAll< HTMLElement >(
			'.scsp-order__line[data-closed="yes"]'
		)
		.forEach( ( line ) => {
			// Without them there is still the picker.
			suggest( line ).catch( () => undefined );
		} );
}

async function watchCheck( notice: HTMLElement ): Promise< void > {
	const { url = '', nonce = '' } = notice.dataset;
	const answer = await fetch( url, { headers: { 'X-WP-Nonce': nonce } } );
	const body: unknown = await answer.json();
	const line = find( 'p', notice );
	if ( ! answer.ok || ! isRecord( body ) || ! line ) {
		return;
	}
	const message = String( body[ 'message' ] );
	if ( line.textContent !== message ) {
		line.textContent = message;
	}
	if ( body[ 'is_done' ] === true ) {
		notice.classList.replace( 'notice-info', 'notice-success' );
		return;
	}
	setTimeout( () => {
		watchCheck( notice ).catch( () => undefined );
	}, 3000 );
}

document.addEventListener( 'click', ( { target } ) => {
	const button =
		target instanceof Element &&
		target.closest( '.scsp-order__choose, .scsp-order__remove' );
	const line = button && button.closest< HTMLElement >( '.scsp-order__line' );
	if ( ! line ) {
		return;
	}
	if ( button.matches( '.scsp-order__choose' ) ) {
		void choose( line );
	} else {
		void act( line, () => save( line, 'DELETE' ) );
	}
} );

showAlternatives();
const notice = find( '.scsp-check' );
if ( notice ) {
	watchCheck( notice ).catch( () => undefined );
}
