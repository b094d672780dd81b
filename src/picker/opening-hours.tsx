import { __ } from '@wordpress/i18n';
import { getConfig } from '../lib/config';
import { formatIntervals } from '../lib/format';
import { openState, weekdayName, weekdayOf, weekdaysFor } from '../lib/hours';
import type { OpeningTimes } from '../types/domain';

export function OpeningHours( { times }: { times: OpeningTimes | null } ) {
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
	if ( openState( times, now ).state === 'always_open' ) {
		// The card says so: seven lines of it would say no more.
		return null;
	}
	const { locale } = getConfig();
	const today = weekdayOf( now );
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
							{ formatIntervals( times[ day ], locale ).map(
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
