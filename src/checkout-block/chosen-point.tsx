import { __, sprintf } from '@wordpress/i18n';
import { getConfig } from '../lib/config';
import { formatDistance } from '../lib/distance';
import { formatAddress } from '../lib/format';
import { markOf } from '../lib/mark';
import type { Selection } from '../types/domain';

interface Props {
	id: string;
	selection: Selection;
}

export function ChosenPoint( {
	id,
	selection: { service_point: point, post_number: postNumber },
}: Props ) {
	const mark = markOf( point.carrier.code );
	const details = [
		point.carrier.name,
		point.distance !== null &&
			formatDistance( point.distance, getConfig().locale ),
		postNumber &&
			sprintf(
				/* translators: %s: the shopper's customer number at DHL. */
				__( 'Post number %s', 'sendcloud-service-points' ),
				postNumber
			),
	].filter( Boolean );

	return (
		<div id={ id } className="scsp-point">
			<span className="scsp-point__name">{ point.name }</span>
			<span className="scsp-point__address">
				{ formatAddress( point ) }
			</span>
			<span className="scsp-point__details">
				{ mark && (
					<img
						className="scsp-mark"
						src={ mark }
						alt=""
						width={ 20 }
						height={ 20 }
					/>
				) }
				{ details.join( ' · ' ) }
			</span>
		</div>
	);
}
