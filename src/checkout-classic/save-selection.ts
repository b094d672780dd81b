import type { ServicePoint } from '../types/domain';
import { isRecord } from '../lib/guards';
import { clearError } from './errors';
import { findPlaceholders } from './placeholder';
import { reviews } from './reviews';
import { getSettings } from './settings';

/** Stores the choice in the shop's session and shows it. Rejects with a message for the shopper. */
export async function saveSelection(
	packageId: string,
	point: ServicePoint,
	postNumber: string
): Promise< void > {
	const { ajaxUrl, nonce, messages } = getSettings();
	await reviews.ended();
	const answer: unknown = await fetch( ajaxUrl, {
		method: 'POST',
		credentials: 'same-origin',
		body: new URLSearchParams( {
			security: nonce,
			package_id: packageId,
			service_point_id: String( point.id ),
			post_number: postNumber,
		} ),
	} )
		// A refused nonce is answered with "-1", a broken shop with HTML.
		.then( ( response ) => response.json() )
		.catch( () => null );

	const data =
		isRecord( answer ) && isRecord( answer[ 'data' ] )
			? answer[ 'data' ]
			: {};
	if ( ! isRecord( answer ) || answer[ 'success' ] !== true ) {
		throw new Error(
			typeof data[ 'message' ] === 'string'
				? data[ 'message' ]
				: messages.saveFailed
		);
	}

	// The review table may have been drawn anew meanwhile; its session already knew the choice or will. Builders of checkouts can list
	// the methods twice, and each list has a field in the form.
	for ( const placeholder of findPlaceholders() ) {
		if ( placeholder.packageId === packageId ) {
			placeholder.element.innerHTML = String( data[ 'html' ] ?? '' );
			placeholder.element.dataset[ 'selection' ] = JSON.stringify(
				data[ 'selection' ] ?? null
			);
			clearError( placeholder );
		}
	}
}
