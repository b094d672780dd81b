import { __ } from '@wordpress/i18n';
import { getConfig } from '../lib/config';
import { bad, good, note, type Outcome } from './outcome';
import { hasMap, waitFor, type FallbackWatch } from './page';

export async function lookAtMap( fallback: FallbackWatch ): Promise< Outcome > {
	if ( getConfig().map.provider === 'none' ) {
		return good(
			__(
				'None wanted: the settings say list only.',
				'sendcloud-service-points'
			)
		);
	}
	await waitFor( () => hasMap() || fallback.reason, 15 );
	// A style that does not come is given up after a while.
	await waitFor( () => fallback.reason, 3 );
	switch ( fallback.reason ) {
		case 'no_webgl':
			return note(
				__(
					'This browser cannot draw maps (no WebGL2). Shoppers like you choose from the list.',
					'sendcloud-service-points'
				)
			);
		case 'tiles':
			return note(
				__(
					"The map's provider did not answer: plain outlines are shown instead.",
					'sendcloud-service-points'
				)
			);
		case 'worker':
		case 'script':
			return bad(
				__(
					'The script of the map did not start. The list works; see "Content-Security-Policy" in the diagnostics.',
					'sendcloud-service-points'
				)
			);
	}
	return hasMap()
		? good( __( 'This browser draws it.', 'sendcloud-service-points' ) )
		: note(
				__(
					'The window is narrow: the map waits behind its tab.',
					'sendcloud-service-points'
				)
			);
}
