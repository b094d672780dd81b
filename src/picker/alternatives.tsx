import { __ } from '@wordpress/i18n';
import { getConfig } from '../lib/config';
import { formatDistance, metresBetween } from '../lib/distance';
import { formatStreet } from '../lib/format';
import type { ServicePoint } from '../types/domain';

const COUNT = 3;

interface Props {
	/** The point that cannot be chosen. */
	to: ServicePoint;
	points: ServicePoint[];
	onSelect: ( id: number ) => void;
}

/** The points nearest to one that is full: the shopper meant to go there. */
export function Alternatives( { to, points, onSelect }: Props ) {
	const nearest = points
		.filter( ( { id } ) => id !== to.id )
		.map( ( point ) => ( {
			point,
			metres: metresBetween( to.position, point.position ),
		} ) )
		.sort( ( a, b ) => a.metres - b.metres )
		.slice( 0, COUNT );
	if ( nearest.length === 0 ) {
		return null;
	}

	/** The button goes with the point it belongs to: the focus follows to the point that takes its place. */
	const select = ( id: number, button: HTMLElement ) => {
		const picker = button.closest( '.scsp-body' );
		onSelect( id );
		window.requestAnimationFrame( () =>
			[ `.scsp-radio[value="${ id }"]`, '.scsp-bar .scsp-choice__button' ]
				.map( ( name ) => picker?.querySelector< HTMLElement >( name ) )
				.find( ( target ) => target && ! target.closest( '[hidden]' ) )
				?.focus()
		);
	};

	return (
		<div className="scsp-alternatives">
			<p className="scsp-label">
				{ __( 'The nearest others', 'sendcloud-service-points' ) }
			</p>
			<ul>
				{ nearest.map( ( { point, metres } ) => (
					<li key={ point.id }>
						<button
							type="button"
							className="scsp-alternative"
							onClick={ ( { currentTarget } ) =>
								select( point.id, currentTarget )
							}
						>
							<strong>{ point.name }</strong>{ ' ' }
							<span>
								{ formatStreet( point ) }
								{ ' · ' }
								{ formatDistance(
									Math.round( metres ),
									getConfig().locale
								) }
							</span>
						</button>
					</li>
				) ) }
			</ul>
		</div>
	);
}
