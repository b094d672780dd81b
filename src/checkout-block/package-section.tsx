import { useSelect } from '@wordpress/data';
import { __, sprintf } from '@wordpress/i18n';
import type { StorePackage } from '../checkout/packages';
import { ChosenPoint } from './chosen-point';
import { goToTelephone, hasTelephone } from './telephone';
import { useFarPoint } from './use-far-point';
import { useRequirement } from './use-requirement';

interface Props {
	relayPackage: StorePackage;
	/** Whether the cart has other packages this one must be told from. */
	isNamed: boolean;
	isLoading: boolean;
	hasFailed: boolean;
	onChoose: () => void;
}

function goToButton(): void {
	const button = document.querySelector< HTMLElement >(
		'.scsp-package.has-error .scsp-choose'
	);
	button?.focus( { preventScroll: true } );
	button?.scrollIntoView( { block: 'center' } );
}

export function PackageSection( {
	relayPackage,
	isNamed,
	isLoading,
	hasFailed,
	onChoose,
}: Props ) {
	const { id, name, selected, reason, telephone } = relayPackage;
	const distance = useFarPoint( relayPackage );
	const missing = useRequirement( {
		id: `sendcloud-service-points-${ id }`,
		message: __(
			'Please choose a service point for the delivery.',
			'sendcloud-service-points'
		),
		isMissing: selected === null,
		goThere: goToButton,
	} );
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
			{ distance && (
				<p className="scsp-far" role="status">
					{ sprintf(
						/* translators: %s: a distance, e.g. "390 km". */
						__(
							'About %s from your address. Choose a nearer one.',
							'sendcloud-service-points'
						),
						distance
					) }
				</p>
			) }
			{ reason && <p className="scsp-reason">{ reason }</p> }
			{ telephone && <Telephone packageId={ id } hint={ telephone } /> }
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

/** Says that the point's carrier needs the number, for as long as the address has none. */
function Telephone( { packageId, hint }: { packageId: string; hint: string } ) {
	const isMissing = ! useSelect( hasTelephone, [] );
	const error = useRequirement( {
		id: `sendcloud-service-points-telephone-${ packageId }`,
		message: sprintf(
			/* translators: %s: which carrier needs a telephone number. */
			__(
				'%s Please enter it with your address.',
				'sendcloud-service-points'
			),
			hint
		),
		isMissing,
		goThere: goToTelephone,
	} );
	if ( ! isMissing ) {
		return null;
	}
	return (
		<p
			className={ error ? 'scsp-error scsp-telephone' : 'scsp-telephone' }
			role={ error ? 'alert' : undefined }
		>
			{ error || hint }{ ' ' }
			<button
				type="button"
				className="scsp-telephone__button"
				onClick={ goToTelephone }
			>
				{ __(
					'Enter your telephone number',
					'sendcloud-service-points'
				) }
			</button>
		</p>
	);
}
