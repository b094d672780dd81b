import { useId } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ServicePoint } from '../types/domain';
import { ChooseForm } from './choose-form';
import { DirectionsIcon } from './icons';
import { OpeningHours } from './opening-hours';
import { PointCard } from './point-card';
import type { Choice } from './use-choice';

interface Props {
	points: ServicePoint[];
	selectedId: number | null;
	highlightedId: number | null;
	/** Null where points are only looked at. */
	choice: Choice | null;
	/** False where the button stands in the bar below. */
	hasButton: boolean;
	isLoading: boolean;
	onSelect: ( id: number ) => void;
	onHighlight: ( id: number | null ) => void;
}

export function PointList( {
	points,
	selectedId,
	highlightedId,
	choice,
	hasButton,
	isLoading,
	onSelect,
	onHighlight,
}: Props ) {
	const group = useId();
	return (
		<fieldset className="scsp-cards" aria-busy={ isLoading }>
			<legend className="scsp-visually-hidden">
				{ __( 'Service points', 'sendcloud-service-points' ) }
			</legend>
			{ points.map( ( point ) => (
				<PointCard
					key={ point.id }
					point={ point }
					isSelected={ point.id === selectedId }
					isHighlighted={ point.id === highlightedId }
					isCurrent={ point.id === choice?.current?.id }
					unusable={ choice?.unusable[ point.id ] ?? null }
					group={ choice && group }
					onSelect={ onSelect }
					onHighlight={ onHighlight }
				>
					{ point.id === selectedId && (
						<>
							{ choice ? (
								hasButton && (
									<ChooseForm
										point={ point }
										choice={ choice }
										points={ points }
										onSelect={ onSelect }
									/>
								)
							) : (
								<Directions point={ point } />
							) }
							<OpeningHours point={ point } />
						</>
					) }
				</PointCard>
			) ) }
		</fieldset>
	);
}

function Directions( { point }: { point: ServicePoint } ) {
	const { latitude, longitude } = point.position;
	return (
		<a
			className="scsp-button scsp-button--link"
			href={ `https://www.google.com/maps/dir/?api=1&destination=${ latitude },${ longitude }` }
			target="_blank"
			rel="noopener noreferrer"
		>
			<DirectionsIcon />
			<span>{ __( 'Directions', 'sendcloud-service-points' ) }</span>
		</a>
	);
}
