import { useCallback, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { normalisePostNumber } from '../lib/post-number';
import { unusable } from '../lib/refusal';
import type { ServicePoint } from '../types/domain';
import type { ReadRequest } from './request';

export interface Choice {
	/** What the shopper had chosen before the picker opened. */
	current: ServicePoint | null;
	/** Whether that was for another address: the picker then starts without it. */
	hasMoved: boolean;
	isBusy: boolean;
	/** Why the last choice was refused. */
	error: string;
	clearError: () => void;
	/** Points that nobody can choose now, as the shop has said since the picker opened. */
	unusable: Record< number, 'full' | 'withdrawn' >;
	/** A post number belongs to a carrier: it stays from one Packstation to the next, and goes no further. */
	postNumber: ( point: ServicePoint ) => string;
	setPostNumber: ( point: ServicePoint, typed: string ) => void;
	choose: ( point: ServicePoint ) => void;
}

/** Hands the choice to the checkout and waits for its answer. */
export function useChoice(
	{ selected, hasMoved = false, onSelect }: ReadRequest,
	onDone: () => void
): Choice {
	const [ isBusy, setBusy ] = useState( false );
	const [ error, setError ] = useState( '' );
	const [ refused, setRefused ] = useState< Choice[ 'unusable' ] >( {} );
	const [ postNumbers, setPostNumbers ] = useState<
		Record< string, string >
	>(
		selected
			? { [ selected.service_point.carrier.code ]: selected.post_number }
			: {}
	);

	const postNumber = ( point: ServicePoint ) =>
		postNumbers[ point.carrier.code ] ?? '';

	const choose = async ( point: ServicePoint ) => {
		if ( isBusy ) {
			return;
		}
		setBusy( true );
		setError( '' );
		try {
			await onSelect(
				point,
				point.post_number === 'none'
					? ''
					: normalisePostNumber( postNumber( point ) )
			);
			onDone();
		} catch ( reason ) {
			setBusy( false );
			const why = unusable( reason );
			if ( why ) {
				setRefused( ( all ) => ( { ...all, [ point.id ]: why } ) );
			}
			setError(
				reason instanceof Error && reason.message
					? reason.message
					: __(
							'Your choice could not be saved. Please try again.',
							'sendcloud-service-points'
						)
			);
		}
	};

	return {
		current: selected?.service_point ?? null,
		hasMoved,
		isBusy,
		error,
		clearError: useCallback( () => setError( '' ), [] ),
		unusable: refused,
		postNumber,
		setPostNumber: ( point, typed ) =>
			setPostNumbers( ( numbers ) => ( {
				...numbers,
				[ point.carrier.code ]: typed,
			} ) ),
		choose,
	};
}
