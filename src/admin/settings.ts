/**
 * The "Test connection" button on the settings page.
 */
import { __ } from '@wordpress/i18n';
import { messageOf, record, string } from '../lib/guards';
import { ask } from './rest';

const ID = 'sendcloud-service-points-connection-test';

/** The server tests what is saved, so what is only typed would get the wrong answer. */
function hasUnsavedKeys(): boolean {
	return [ 'public_key', 'secret_key' ].some( ( name ) => {
		const field = document.getElementById(
			`sendcloud_service_points_${ name }`
		);
		return (
			field instanceof HTMLInputElement &&
			field.value !== field.defaultValue
		);
	} );
}

async function test( button: HTMLButtonElement ): Promise< string > {
	const answer = await ask( {
		to: { url: button.dataset[ 'url' ] ?? '' },
		method: 'POST',
	} );
	const message = messageOf( answer );
	const detail = string( record( answer )[ 'detail' ] );
	if ( ! message ) {
		throw new Error( '' );
	}
	return detail ? `${ message } (${ detail })` : message;
}

const button = document.getElementById( ID );
const result = document.getElementById( `${ ID }-result` );

if ( button instanceof HTMLButtonElement && result ) {
	let isTesting = false;
	button.addEventListener( 'click', async () => {
		if ( isTesting ) {
			return;
		}
		if ( hasUnsavedKeys() ) {
			result.textContent = __(
				'Save the new keys first, then test them.',
				'sendcloud-service-points'
			);
			return;
		}
		// Not disabled: that would take the keyboard's focus away.
		isTesting = true;
		result.textContent = __( 'Testing…', 'sendcloud-service-points' );
		try {
			result.textContent = await test( button );
		} catch ( error ) {
			result.textContent =
				( error instanceof Error && error.message ) ||
				__(
					'The test did not run. Reload the page and try again.',
					'sendcloud-service-points'
				);
		}
		isTesting = false;
	} );
}
