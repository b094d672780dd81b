/**
 * A shipping line of the order's panel, as includes/OrderAdmin/OrderPanel.php prints it: what it says, and how it is changed.
 */
import { __ } from '@wordpress/i18n';
import { isSelection, record, string } from '../../lib/guards';
import { refusal } from '../../lib/refusal';
import { ask } from '../rest';

const PANEL = '.scsp-order';
const LINE = '.scsp-order__line';

export const lineOf = ( element: Element ) =>
	element.closest< HTMLElement >( LINE );

/** The line with this id, or the first one. */
export const findLine = ( id: string ) =>
	document.querySelector< HTMLElement >( `${ LINE }[data-line="${ id }"]` ) ??
	document.querySelector< HTMLElement >( `${ LINE }[data-line]` );

export const closedLines = () =>
	document.querySelectorAll< HTMLElement >( `${ LINE }[data-closed="yes"]` );

/** As PHP printed it. */
export function readRequest( line: HTMLElement ) {
	const data: unknown = JSON.parse( line.dataset[ 'request' ] ?? '{}' );
	const { country, rule, address, selected } = record( data );
	return {
		country: string( country ),
		rule,
		address: string( address ),
		selected: isSelection( selected ) ? selected : null,
	};
}

export function say( line: HTMLElement, message: string ): void {
	const status = line.querySelector( '.scsp-order__status' );
	if ( status ) {
		status.textContent = message;
	}
}

/** Shows the panel and the notes as the server has them now; what else was typed on the page stays. */
async function refresh( panel: HTMLElement ): Promise< void > {
	const page = await fetch( panel.dataset[ 'screen' ] ?? '' );
	const fresh = new DOMParser().parseFromString(
		await page.text(),
		'text/html'
	);
	if ( ! page.ok || ! fresh.querySelector( PANEL ) ) {
		throw new Error( 'This is not the order.' );
	}
	for ( const part of [ PANEL, 'ul.order_notes' ] ) {
		const next = fresh.querySelector( part );
		if ( next ) {
			document
				.querySelector( part )
				?.replaceWith( document.importNode( next, true ) );
		}
	}
	document.dispatchEvent( new CustomEvent( REFRESHED ) );
	document.querySelector< HTMLButtonElement >( `${ PANEL } button` )?.focus();
}

/** The panel is another one now. */
export const REFRESHED = 'sendcloud-service-points-order-refreshed';

/** Rejects with a message for the merchant when nothing was changed. */
export async function save(
	line: HTMLElement,
	method: 'POST' | 'DELETE',
	data: Record< string, unknown > = {}
): Promise< void > {
	const panel = line.closest< HTMLElement >( PANEL );
	if ( ! panel ) {
		return;
	}
	try {
		await ask( {
			to: { url: panel.dataset[ 'url' ] ?? '' },
			method,
			data: {
				// What an order names without a shipping line has none.
				...( line.dataset[ 'line' ] && {
					shipping_line_id: Number( line.dataset[ 'line' ] ),
				} ),
				...data,
			},
		} );
	} catch ( error ) {
		throw refusal(
			( error instanceof Error && error.message ) ||
				__(
					'The change could not be saved. Reload the page and try again.',
					'sendcloud-service-points'
				),
			record( error )[ 'code' ]
		);
	}
	await refresh( panel ).catch( () =>
		say(
			line,
			__(
				'Saved. Reload the page to see the change.',
				'sendcloud-service-points'
			)
		)
	);
}

/** One change at a time; the button stays enabled, since disabling it would take the keyboard's focus away. */
export async function act(
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
		say( line, error instanceof Error ? error.message : '' );
	}
	delete line.dataset[ 'busy' ];
}
