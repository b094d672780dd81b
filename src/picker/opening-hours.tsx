import { __ } from '@wordpress/i18n';
import { getConfig } from '../lib/config';
import { formatIntervals } from '../lib/format';
import {
	joinNights,
	openState,
	weekdayName,
	weekdayOf,
	weekdaysFor,
} from '../lib/hours';
import { zoneOf } from '../lib/time-zones';
import type { ServicePoint } from '../types/domain';

export function OpeningHours( {
	point: { opening_times: times, address },
}: {
	point: ServicePoint;
} ) {
	if ( ! times ) {
		return (
			<p className="scsp-hint">
				{ __(
					'The opening hours of this service point are not known.',
					'sendcloud-service-points'
				) }
			</p>
		);
	}
	const now = new Date();
	const zone = zoneOf( address.country_code );
	if ( openState( times, now, zone ).state === 'always_open' ) {
		// The card says so: seven lines of it would say no more.
		return null;
	}
	const { locale } = getConfig();
	const today = weekdayOf( now, zone );
	const week = joinNights( times );
	return (
		<table className="scsp-hours">
			<caption className="scsp-visually-hidden">
				{ __( 'Opening hours', 'sendcloud-service-points' ) }
			</caption>
			<tbody>
				{ weekdaysFor( locale ).map( ( day ) => (
					<tr
						key={ day }
						aria-current={ day === today ? 'date' : undefined }
					>
						<th scope="row">{ weekdayName( day, locale ) }</th>
						<td>
							{ formatIntervals( week[ day ], locale ).map(
								( interval ) => (
									<span key={ interval }>{ interval } </span>
								)
							) }
						</td>
					</tr>
				) ) }
			</tbody>
		</table>
	);
}
