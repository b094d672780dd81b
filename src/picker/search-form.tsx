import { useId, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import { LocateIcon, SearchIcon } from './icons';
import type { Place } from './use-search';

interface Props {
	address: string;
	onSearch: ( place: Place ) => void;
}

export function SearchForm( { address, onSearch }: Props ) {
	const id = useId();
	const [ typed, setTyped ] = useState( address );
	const { locate, isLocating, problem } = useLocate( onSearch );

	const onSubmit = ( event: FormEvent ) => {
		event.preventDefault();
		if ( typed.trim() ) {
			onSearch( { address: typed.trim() } );
		}
	};

	return (
		<form className="scsp-search" role="search" onSubmit={ onSubmit }>
			<label className="scsp-label" htmlFor={ id }>
				{ __( 'Address or postcode', 'sendcloud-service-points' ) }
			</label>
			<div className="scsp-search__row">
				<input
					id={ id }
					className="scsp-input"
					type="search"
					enterKeyHint="search"
					autoComplete="street-address"
					maxLength={ 200 }
					required
					value={ typed }
					onChange={ ( event ) => setTyped( event.target.value ) }
				/>
				<button
					type="submit"
					className="scsp-button scsp-button--icon scsp-button--primary"
					aria-label={ __( 'Search', 'sendcloud-service-points' ) }
				>
					<SearchIcon />
				</button>
			</div>
			{ 'geolocation' in navigator && (
				<button
					type="button"
					className="scsp-button scsp-button--link"
					aria-disabled={ isLocating }
					onClick={ locate }
				>
					<LocateIcon />
					<span>
						{ isLocating
							? __(
									'Finding your position…',
									'sendcloud-service-points'
								)
							: __(
									'Use my position',
									'sendcloud-service-points'
								) }
					</span>
				</button>
			) }
			{ problem && (
				<p className="scsp-error" role="alert">
					{ problem }
				</p>
			) }
		</form>
	);
}

/** Asks for the position when the shopper asks for it, never before. */
function useLocate( onSearch: Props[ 'onSearch' ] ) {
	const [ isLocating, setLocating ] = useState( false );
	const [ problem, setProblem ] = useState( '' );

	const locate = () => {
		if ( isLocating ) {
			return;
		}
		setLocating( true );
		setProblem( '' );
		navigator.geolocation.getCurrentPosition(
			( { coords: { latitude, longitude } } ) => {
				setLocating( false );
				onSearch( { position: { latitude, longitude } } );
			},
			() => {
				setLocating( false );
				setProblem(
					__(
						'Your position is not available. Type an address or a postcode instead.',
						'sendcloud-service-points'
					)
				);
			},
			{ timeout: 10_000, maximumAge: 60_000 }
		);
	};

	return { locate, isLocating, problem };
}
