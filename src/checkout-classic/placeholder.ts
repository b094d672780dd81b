/**
 * What PHP prints under the chosen relay rate, and what this script reads of it:
 *
 *     <div class="scsp-placeholder" data-package-id="0" data-country="NL" data-carriers='["dhl"]'
 *          data-shop-types='[]' data-hint=""
 *          data-address="Stadhuisplein 1, 5611 EM Eindhoven" data-selection='{…}'>
 *       <div class="scsp-point">…</div>
 *       <button type="button" id="sendcloud_service_point_0" class="button scsp-choose">Change service point</button>
 *       <input type="hidden" name="sendcloud_service_point[0]" …>
 *     </div>
 *
 * `data-selection` is empty, and there is no `.scsp-point`, as long as nothing is chosen.
 */
import type { PickerRequest, Selection } from '../types/domain';
import { isSelection } from '../lib/guards';

export interface Placeholder {
	packageId: string;
	element: HTMLElement;
	button: HTMLElement;
	selection: Selection | null;
}

function parse( json: string | undefined ): unknown {
	try {
		return JSON.parse( json || 'null' );
	} catch {
		return null;
	}
}

function parseList( json: string | undefined ): string[] {
	const list = parse( json );
	return Array.isArray( list ) ? list.map( String ) : [];
}

function read( element: HTMLElement ): Placeholder {
	const selection = parse( element.dataset[ 'selection' ] );
	return {
		packageId: element.dataset[ 'packageId' ] ?? '',
		element,
		// A theme's template may print it in another way, or not at all: then the placeholder itself stands in.
		button:
			element.querySelector< HTMLElement >( '.scsp-choose' ) ?? element,
		selection: isSelection( selection ) ? selection : null,
	};
}

export const findPlaceholders = (): Placeholder[] =>
	Array.from(
		document.querySelectorAll< HTMLElement >( '.scsp-placeholder' ),
		read
	);

export const findPlaceholder = ( packageId: string ): Placeholder | undefined =>
	findPlaceholders().find( ( found ) => found.packageId === packageId );

export function readRequest( {
	element,
	selection,
}: Placeholder ): Omit< PickerRequest, 'onSelect' > {
	const { country, carriers, shopTypes, hint, address } = element.dataset;
	return {
		country: country ?? '',
		carriers: parseList( carriers ),
		shopTypes: parseList( shopTypes ),
		hint: hint ?? '',
		address: address ?? '',
		selected: selection,
	};
}
