/**
 * What PHP prints under the chosen relay rate, and what this script reads of it:
 *
 *     <div class="scsp-placeholder" data-package-id="0" data-country="NL" data-rule='{"carriers":["dhl"],…}'
 *          data-address="Stadhuisplein 1, 5611 EM Eindhoven" data-selection='{…}' data-moved-to="">
 *       <div class="scsp-point">…</div>
 *       <button type="button" id="sendcloud_service_point_0" class="button scsp-choose">Change service point</button>
 *       <input type="hidden" name="sendcloud_service_point[0]" …>
 *     </div>
 *
 * `data-selection` is empty, and there is no `.scsp-point`, as long as nothing is chosen.
 */
import type { RelayPackage } from '../checkout/packages';

export interface Placeholder extends RelayPackage {
	element: HTMLElement;
	button: HTMLElement;
}

function parse( json: string | undefined ): unknown {
	try {
		return JSON.parse( json || 'null' );
	} catch {
		return null;
	}
}

function read( element: HTMLElement ): Placeholder {
	const {
		packageId: id = '',
		country = '',
		rule,
		address = '',
		movedTo = '',
		selection,
	} = element.dataset;
	return {
		id,
		country,
		rule: parse( rule ),
		address,
		movedTo,
		hasMoved: movedTo !== '',
		selected: parse( selection ),
		element,
		// A theme's template may print it in another way, or not at all: then the placeholder itself stands in.
		button:
			element.querySelector< HTMLElement >( '.scsp-choose' ) ?? element,
	};
}

export const findPlaceholders = (): Placeholder[] =>
	Array.from(
		document.querySelectorAll< HTMLElement >( '.scsp-placeholder' ),
		read
	);

export const findPlaceholder = ( packageId: string ): Placeholder | undefined =>
	findPlaceholders().find( ( { id } ) => id === packageId );
