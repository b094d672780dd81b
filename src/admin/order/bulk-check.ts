/**
 * The list of orders: how far a check of the ticked ones has got.
 */
import { __ } from '@wordpress/i18n';
import { messageOf, record } from '../../lib/guards';
import { ask } from '../rest';

const PAUSE = 3000;

/** Five minutes without progress: Action Scheduler has stopped, or has lost the check. */
const PATIENCE = 100;

const pause = () => new Promise( ( resolve ) => setTimeout( resolve, PAUSE ) );

async function watch( notice: HTMLElement, line: Element ): Promise< void > {
	const finish = ( kind: string ) =>
		notice.classList.replace( 'notice-info', kind );
	for ( let waited = 0; waited < PATIENCE; waited++ ) {
		// One request that fails is no reason to stop looking.
		const answer = await ask( {
			to: { url: notice.dataset[ 'url' ] ?? '' },
		} ).catch( () => null );
		const message = messageOf( answer );
		// Said again only when there is something new to hear.
		if ( message && message !== line.textContent ) {
			line.textContent = message;
			waited = 0;
		}
		if ( record( answer )[ 'is_done' ] === true ) {
			finish( 'notice-success' );
			return;
		}
		await pause();
	}
	finish( 'notice-warning' );
	line.textContent = __(
		'The check makes no progress. Start it again; if that does not help, see WooCommerce > Status > Scheduled Actions.',
		'sendcloud-service-points'
	);
}

export function watchCheck(): void {
	const notice = document.querySelector< HTMLElement >( '.scsp-check' );
	const line = notice?.querySelector( 'p' );
	if ( notice && line ) {
		void watch( notice, line );
	}
}
