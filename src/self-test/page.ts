/**
 * The checkout page as a shopper sees it.
 */
import { FALLBACK_EVENT } from '../lib/report-fallback';

/** Polls until there is an answer; null when it stays away. */
export async function waitFor< Found >(
	look: () => Found | null | undefined | false,
	seconds: number
): Promise< Found | null > {
	const end = Date.now() + seconds * 1000;
	for (;;) {
		const found = look();
		if ( found ) {
			return found;
		}
		if ( Date.now() > end ) {
			return null;
		}
		await new Promise( ( resolve ) => setTimeout( resolve, 100 ) );
	}
}

/** Without a pointer: the picker must not open by itself. Where there is one method only, it has no radio button. */
export async function chooseRate( rateId: string ): Promise< void > {
	const radio = await waitFor(
		() =>
			document.querySelector< HTMLInputElement >(
				`input[type="radio"][value="${ CSS.escape( rateId ) }"]`
			),
		10
	);
	radio?.click();
}

/** The button under the delivery method, in either checkout. */
export const findButton = () =>
	document.querySelector< HTMLElement >( '.scsp-choose' );

export const hasPlaceholder = () =>
	document.querySelector( '.scsp-placeholder, .scsp-package' ) !== null;

/** Why shoppers cannot see an element, as far as that can be told; empty when they can. */
export function hiddenBy( element: HTMLElement ): 'style' | 'cover' | '' {
	element.scrollIntoView( { block: 'center', behavior: 'instant' } );
	const { width, height, left, top } = element.getBoundingClientRect();
	const { visibility, opacity } = getComputedStyle( element );
	if (
		width < 2 ||
		height < 2 ||
		visibility !== 'visible' ||
		Number( opacity ) < 0.1
	) {
		return 'style';
	}
	const x = left + width / 2;
	const y = top + height / 2;
	const isOutside =
		x < 0 || y < 0 || x > window.innerWidth || y > window.innerHeight;
	// Our own overlay does not count.
	const above = document
		.elementsFromPoint( x, y )
		.find( ( candidate ) => ! candidate.closest( '.scsp-self-test' ) );
	return ! isOutside && above && element.contains( above ) ? '' : 'cover';
}

export const findDialog = () =>
	document.querySelector< HTMLDialogElement >( 'dialog.scsp-picker[open]' );

export const hasMap = () =>
	findDialog()?.querySelector( '.scsp-map__canvas canvas' ) ?? null;

/** Keeps what the picker reports about its map. */
export class FallbackWatch {
	reason = '';

	constructor() {
		window.addEventListener( FALLBACK_EVENT, ( event ) => {
			this.reason = String( ( event as CustomEvent ).detail );
		} );
	}
}
