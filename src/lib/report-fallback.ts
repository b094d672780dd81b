/**
 * Tells the shop that a shopper had no map, or a plain one: docs/diagnostics.md, "Shoppers without a map".
 */
import { restUrl } from './search-url';
import { getConfig } from './config';

export type FallbackReason = 'no_webgl' | 'tiles' | 'worker' | 'script';

/** The checkout's self-test listens. */
export const FALLBACK_EVENT = 'sendcloud-service-points-fallback';

let isReported = false;

/** Once for the page: shoppers are counted, not attempts. */
export function reportFallback( reason: FallbackReason ): void {
	window.dispatchEvent(
		new CustomEvent( FALLBACK_EVENT, { detail: reason } )
	);
	if ( ! isReported ) {
		isReported = true;
		navigator.sendBeacon?.(
			restUrl( getConfig().restUrl, 'fallbacks' ),
			new URLSearchParams( { reason } )
		);
	}
}
