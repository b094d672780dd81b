import { __ } from '@wordpress/i18n';
import type { StorePackage } from '../checkout/packages';
import { ChosenPoint } from './chosen-point';
import { useRequiredPoint } from './use-required-point';

interface Props {
	relayPackage: StorePackage;
	/** Whether the cart has other packages this one must be told from. */
	isNamed: boolean;
	isLoading: boolean;
	hasFailed: boolean;
	onChoose: () => void;
}

export function PackageSection( {
	relayPackage: { id, name, selected, reason },
	isNamed,
	isLoading,
	hasFailed,
	onChoose,
}: Props ) {
	const missing = useRequiredPoint( id, selected === null );
	const error = hasFailed
		? __(
				'The service points could not be loaded. Check your connection and try again.',
				'sendcloud-service-points'
			)
		: missing;
	const pointId = `scsp-point-${ id }`;
	const errorId = `scsp-error-${ id }`;

	return (
		<div className={ `scsp-package${ error ? ' has-error' : '' }` }>
			{ isNamed && <p className="scsp-package__name">{ name }</p> }
			{ selected && (
				<ChosenPoint id={ pointId } selection={ selected } />
			) }
			{ reason && <p className="scsp-reason">{ reason }</p> }
			<button
				type="button"
				className={ `scsp-choose wc-block-components-button wp-element-button${
					selected ? ' outlined' : ''
				}` }
				aria-busy={ isLoading }
				aria-describedby={
					( error && errorId ) || ( selected && pointId ) || undefined
				}
				onClick={ onChoose }
			>
				{ selected
					? __( 'Change service point', 'sendcloud-service-points' )
					: __(
							'Choose a service point',
							'sendcloud-service-points'
						) }
			</button>
			{ error && (
				<p id={ errorId } className="scsp-error" role="alert">
					{ error }
				</p>
			) }
		</div>
	);
}
