import { getSettings, postSelection } from '../checkout/classic-request';
import { record, string } from '../lib/guards';
import { refusal } from '../lib/refusal';
import type { ServicePoint } from '../types/domain';
import { clearError } from './errors';
import { findPlaceholders } from './placeholder';
import { reviews } from './reviews';
import { markTelephone } from './telephone';

/** Stores the choice in the shop's session and shows it. Rejects with a message for the shopper. */
export async function saveSelection(
	packageId: string,
	point: ServicePoint,
	postNumber: string
): Promise< void > {
	await reviews.ended();
	const answer = await postSelection( packageId, point.id, postNumber );
	// An order that exists is changed by a REST route, which does not wrap its answers.
	const { success, data } =
		'success' in record( answer )
			? record( answer )
			: { success: 'selection' in record( answer ), data: answer };
	const { html, selection, message, code } = record( data );
	if ( success !== true ) {
		throw refusal(
			string( message ) || getSettings().messages.saveFailed,
			code
		);
	}

	// The review table may have been drawn again meanwhile; its session already knew the choice or will. Builders of checkouts can list
	// the methods twice, and each list has a field in the form.
	for ( const placeholder of findPlaceholders() ) {
		if ( placeholder.id === packageId ) {
			placeholder.element.innerHTML = string( html );
			placeholder.element.dataset[ 'selection' ] = JSON.stringify(
				selection ?? null
			);
			// Chosen for the address of now.
			placeholder.element.dataset[ 'movedTo' ] = '';
			clearError( placeholder );
		}
	}
	markTelephone();
	if ( getSettings().reloads ) {
		// Not reload(): a page that a form has led to would send the form again.
		window.location.assign( window.location.href.split( '#' )[ 0 ] ?? '' );
	}
}
