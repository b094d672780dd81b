import { memo, useEffect, useId, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import { getConfig } from '../lib/config';
import { formatDistance } from '../lib/distance';
import { formatAddress, openStateLabel, shopTypeLabel } from '../lib/format';
import { markOf } from '../lib/mark';
import { stateOf } from '../lib/opening';
import type { ServicePoint } from '../types/domain';

export interface CardProps {
	point: ServicePoint;
	isSelected: boolean;
	/** Under the pointer, here or on the map. */
	isHighlighted: boolean;
	isCurrent: boolean;
	/** That nobody can choose it now. */
	unusable?: 'full' | 'withdrawn' | null;
	/** The radio group's name; without one the card is a disclosure, where there is nothing to choose. */
	group: string | null;
	onSelect: ( id: number ) => void;
	onHighlight: ( id: number | null ) => void;
	/** What unfolds under the selected point. */
	children?: ReactNode;
}

function Card( {
	point,
	isSelected,
	isHighlighted,
	isCurrent,
	unusable = null,
	group,
	onSelect,
	onHighlight,
	children,
}: CardProps ) {
	const card = useRef< HTMLDivElement >( null );
	const detailsId = useId();

	useEffect( () => {
		if ( isSelected ) {
			card.current?.scrollIntoView( { block: 'nearest' } );
		}
	}, [ isSelected ] );

	const select = () => onSelect( point.id );
	const summary = (
		<Summary
			point={ point }
			isCurrent={ isCurrent }
			unusable={ unusable }
		/>
	);
	return (
		<div
			ref={ card }
			className={ [
				'scsp-card',
				isSelected && 'is-selected',
				isHighlighted && 'is-highlighted',
			]
				.filter( Boolean )
				.join( ' ' ) }
			onPointerEnter={ () => onHighlight( point.id ) }
			onPointerLeave={ () => onHighlight( null ) }
		>
			{ group ? (
				// eslint-disable-next-line jsx-a11y/label-has-associated-control -- its text is in the summary.
				<label className="scsp-card__summary">
					<input
						type="radio"
						className="scsp-radio"
						name={ group }
						value={ point.id }
						checked={ isSelected }
						onChange={ select }
					/>
					{ summary }
				</label>
			) : (
				<button
					type="button"
					className="scsp-card__summary"
					aria-expanded={ isSelected }
					aria-controls={ isSelected ? detailsId : undefined }
					onClick={ select }
				>
					{ summary }
				</button>
			) }
			{ isSelected && (
				<div id={ detailsId } className="scsp-card__details">
					{ children }
				</div>
			) }
		</div>
	);
}

/** Fifty cards follow one pointer: only the two it leaves and enters are drawn again. */
export const PointCard = memo( Card );

function Summary( {
	point,
	isCurrent,
	unusable,
}: Pick< CardProps, 'point' | 'isCurrent' | 'unusable' > ) {
	const { locale } = getConfig();
	const open = stateOf( point, new Date() );
	const openLabel = openStateLabel( open, locale );
	return (
		<span className="scsp-card__text">
			<span className="scsp-card__head">
				<bdi className="scsp-card__name">{ point.name }</bdi>{ ' ' }
				{ point.distance !== null && (
					<span className="scsp-card__distance">
						{ formatDistance( point.distance, locale ) }
					</span>
				) }
			</span>{ ' ' }
			<span className="scsp-card__address">
				<bdi>{ formatAddress( point ) }</bdi>
			</span>{ ' ' }
			{ openLabel && (
				<span className="scsp-card__open" data-state={ open.state }>
					{ openLabel }
				</span>
			) }{ ' ' }
			<span className="scsp-card__badges">
				<span className="scsp-badge">
					<Mark carrier={ point.carrier.code } />
					{ point.carrier.name }
				</span>{ ' ' }
				<span className="scsp-badge">
					{ shopTypeLabel( point.shop_type ) }
				</span>{ ' ' }
				{ point.is_expired && (
					<span className="scsp-badge scsp-badge--expired">
						{ __(
							'Not confirmed by the carrier lately',
							'sendcloud-service-points'
						) }
					</span>
				) }{ ' ' }
				{ unusable && (
					<span className="scsp-badge scsp-badge--unusable">
						{ unusable === 'full'
							? __(
									'Full at the moment',
									'sendcloud-service-points'
								)
							: __(
									'No longer there',
									'sendcloud-service-points'
								) }
					</span>
				) }{ ' ' }
				{ isCurrent && (
					<span className="scsp-badge scsp-badge--current">
						{ __( 'Your choice', 'sendcloud-service-points' ) }
					</span>
				) }
			</span>
		</span>
	);
}

/** Decoration: the name stands beside it. */
function Mark( { carrier }: { carrier: string } ) {
	const [ isBroken, setBroken ] = useState( false );
	const source = markOf( carrier );
	return source && ! isBroken ? (
		<img
			className="scsp-mark"
			src={ source }
			alt=""
			width={ 16 }
			height={ 16 }
			loading="lazy"
			onError={ () => setBroken( true ) }
		/>
	) : null;
}
