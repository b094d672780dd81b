import { useEffect, useId, useLayoutEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { CloseIcon } from './icons';
import { Picker } from './picker';
import type { ReadRequest } from './request';
import { useChoice } from './use-choice';

interface Props {
	request: ReadRequest;
	onClose: () => void;
}

/** The picker in a modal dialog, with the choosing that a checkout needs. */
export function PickerDialog( { request, onClose }: Props ) {
	const dialog = useRef< HTMLDialogElement >( null );
	const heading = useRef< HTMLHeadingElement >( null );
	const headingId = useId();
	const choice = useChoice( request, () => dialog.current?.close() );
	const isBusy = useRef( false );
	useEffect( () => {
		isBusy.current = choice.isBusy;
	} );

	useLayoutEffect( () => {
		const element = dialog.current;
		if ( ! element ) {
			return;
		}
		element.showModal();
		// Not the search field: on a phone the keyboard would cover the list that is being loaded.
		heading.current?.focus();

		const onCancel = ( event: Event ) => {
			if ( isBusy.current ) {
				event.preventDefault();
			}
		};
		const onPointerDown = ( event: PointerEvent ) => {
			// The dialog has no padding: only its backdrop is the dialog itself.
			if ( event.target === element && ! isBusy.current ) {
				element.close();
			}
		};
		element.addEventListener( 'cancel', onCancel );
		element.addEventListener( 'pointerdown', onPointerDown );
		return () => {
			element.removeEventListener( 'cancel', onCancel );
			element.removeEventListener( 'pointerdown', onPointerDown );
		};
	}, [] );

	return (
		<dialog
			ref={ dialog }
			className="scsp-picker scsp-dialog"
			aria-labelledby={ headingId }
			onClose={ onClose }
		>
			<header className="scsp-header">
				<h2
					ref={ heading }
					id={ headingId }
					tabIndex={ -1 }
					className="scsp-title"
				>
					{ __(
						'Choose a service point',
						'sendcloud-service-points'
					) }
				</h2>
				<button
					type="button"
					className="scsp-button scsp-button--icon"
					aria-label={ __( 'Close', 'sendcloud-service-points' ) }
					disabled={ choice.isBusy }
					onClick={ () => dialog.current?.close() }
				>
					<CloseIcon />
				</button>
			</header>
			<Picker
				country={ request.country }
				rule={ request.rule }
				address={ request.address }
				choice={ choice }
			/>
		</dialog>
	);
}
