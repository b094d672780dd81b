import { __, _n, sprintf } from '@wordpress/i18n';
import type { Search } from './use-search';

/** The one sentence about the search, said by the live region and seen above the list. */
export function statusText( {
	status,
	points,
	geocoding,
	place,
}: Search ): string {
	if ( status === 'loading' ) {
		return __(
			'Searching for service points…',
			'sendcloud-service-points'
		);
	}
	if ( status !== 'ready' || points.length === 0 ) {
		return '';
	}
	if (
		geocoding?.status === 'partially_matched' &&
		geocoding.formatted_address
	) {
		return sprintf(
			/* translators: 1: number of service points, 2: an address. */
			_n(
				'%1$d service point near %2$s',
				'%1$d service points near %2$s',
				points.length,
				'sendcloud-service-points'
			),
			points.length,
			geocoding.formatted_address
		);
	}
	if ( place && 'box' in place ) {
		return sprintf(
			/* translators: %d: number of service points. */
			_n(
				'%d service point in this area',
				'%d service points in this area',
				points.length,
				'sendcloud-service-points'
			),
			points.length
		);
	}
	return sprintf(
		/* translators: %d: number of service points. */
		_n(
			'%d service point',
			'%d service points, nearest first',
			points.length,
			'sendcloud-service-points'
		),
		points.length
	);
}
