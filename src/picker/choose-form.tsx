import { useEffect, useId, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import { isPostNumberAccepted } from '../lib/post-number';
import type { ServicePoint } from '../types/domain';
import { Alternatives } from './alternatives';
import type { Choice } from './use-choice';

interface Props {
	point: ServicePoint;
	choice: Choice;
	/** All that are shown: the nearest others are offered where this one cannot be chosen. */
	points: ServicePoint[];
	onSelect: ( id: number ) => void;
}

/** The post number, where the point asks for one, and the button that chooses. */
export function ChooseForm( { point, choice, points, onSelect }: Props ) {
	const [ isRefused, setRefused ] = useState( false );
	const field = useRef< HTMLInputElement >( null );
	const typed = choice.postNumber( point );
	useEffect( () => setRefused( false ), [ point.id ] );

	const onSubmit = ( event: FormEvent ) => {
		event.preventDefault();
		if ( isPostNumberAccepted( point.post_number, typed ) ) {
			choice.choose( point );
		} else {
			setRefused( true );
			field.current?.focus();
		}
	};

	return (
		<form className="scsp-choice" noValidate onSubmit={ onSubmit }>
			{ point.post_number !== 'none' && (
				<PostNumberField
					inputRef={ field }
					isRequired={ point.post_number === 'required' }
					isRefused={
						isRefused &&
						! isPostNumberAccepted( point.post_number, typed )
					}
					value={ typed }
					onChange={ ( value ) =>
						choice.setPostNumber( point, value )
					}
				/>
			) }
			{ choice.error && (
				<p className="scsp-error" role="alert">
					{ choice.error }
				</p>
			) }
			{ choice.error && choice.unusable[ point.id ] && (
				<Alternatives
					to={ point }
					points={ points.filter(
						( { id } ) => ! choice.unusable[ id ]
					) }
					onSelect={ onSelect }
				/>
			) }
			<button
				type="submit"
				className="scsp-button scsp-button--primary scsp-choice__button"
				aria-disabled={ choice.isBusy }
				aria-busy={ choice.isBusy }
			>
				{ choice.isBusy && (
					<span className="scsp-spinner" aria-hidden="true" />
				) }
				<span>
					{ choice.isBusy
						? __(
								'Saving your choice…',
								'sendcloud-service-points'
							)
						: __(
								'Choose this service point',
								'sendcloud-service-points'
							) }
				</span>
			</button>
		</form>
	);
}

interface PostNumberProps {
	inputRef: React.Ref< HTMLInputElement >;
	isRequired: boolean;
	isRefused: boolean;
	value: string;
	onChange: ( value: string ) => void;
}

function PostNumberField( {
	inputRef,
	isRequired,
	isRefused,
	value,
	onChange,
}: PostNumberProps ) {
	const id = useId();
	return (
		<div className="scsp-field">
			<label className="scsp-label" htmlFor={ id }>
				{ isRequired
					? __( 'Your DHL post number', 'sendcloud-service-points' )
					: __(
							'Your DHL post number (optional)',
							'sendcloud-service-points'
						) }
			</label>
			<input
				ref={ inputRef }
				id={ id }
				className="scsp-input"
				inputMode="numeric"
				autoComplete="off"
				maxLength={ 20 }
				required={ isRequired }
				aria-invalid={ isRefused }
				aria-describedby={ `${ id }-hint` }
				value={ value }
				onChange={ ( event ) => onChange( event.target.value ) }
			/>
			<p
				id={ `${ id }-hint` }
				className={ isRefused ? 'scsp-error' : 'scsp-hint' }
			>
				{ isRefused
					? __(
							'A post number has 6 to 10 digits.',
							'sendcloud-service-points'
						)
					: __(
							'You find it in the DHL app and on your DHL card.',
							'sendcloud-service-points'
						) }
			</p>
		</div>
	);
}
