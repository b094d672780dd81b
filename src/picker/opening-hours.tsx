import { __, sprintf } from '@wordpress/i18n';
import { getConfig } from '../lib/config';
import { formatIntervals } from '../lib/format';
import { formatDay, joinNights, weekdayName, weekdaysFor } from '../lib/hours';
import { isThisWeek, stateOf, todayAt } from '../lib/opening';
import type { ServicePoint } from '../types/domain';

/** Holidays are in the hours of their week: a table without its week would promise too much. */
function caption( point: ServicePoint, isThis: boolean | null ): string {
	if ( isThis === null || ! point.opening_week ) {
		return __( 'Opening hours', 'sendcloud-service-points' );
	}
	return isThis
		? __( 'Opening hours this week', 'sendcloud-service-points' )
		: sprintf(
				/* translators: %s: date of a Monday. */
				__(
					'Opening hours in the week of %s',
					'sendcloud-service-points'
				),
				formatDay( point.opening_week, getConfig().locale )
			);
}

export function OpeningHours( { point }: { point: ServicePoint } ) {
	const { opening_times: times } = point;
	if ( ! times ) {
		return (
			<p className="scsp-hint">
				{ __(
					'The opening hours of this week are not known.',
					'sendcloud-service-points'
				) }
			</p>
		);
	}
	const now = new Date();
	if ( stateOf( point, now ).state === 'always_open' ) {
		// The card says so: seven lines of it would say no more.
		return null;
	}
	const { locale } = getConfig();
	const isThis = isThisWeek( point, now );
	const today = isThis === false ? null : todayAt( point, now );
	const week = joinNights( times );
	return (
		<table className="scsp-hours">
			<caption>{ caption( point, isThis ) }</caption>
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
