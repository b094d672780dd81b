import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import { GEOCODER_UNAVAILABLE } from '../lib/api';
import { EmptyIcon, MapIcon } from './icons';
import type { Search } from './use-search';

interface Props {
	search: Search;
	/** An action's button goes away with what it acts on: the focus has to go somewhere. */
	onAct: () => void;
}

/** What stands where the list would, when there is none. */
export function NoPoints( { search, onAct }: Props ) {
	const { status, error, geocoding, filters, place } = search;
	if ( status === 'loading' ) {
		return <Skeleton />;
	}
	if ( status === 'idle' ) {
		return (
			<Notice icon={ <MapIcon /> }>
				{ __(
					'Type an address or a postcode to see the service points nearby.',
					'sendcloud-service-points'
				) }
			</Notice>
		);
	}
	if ( error ) {
		return (
			<Notice
				isAlert
				title={ error.message }
				action={ {
					label: __( 'Try again', 'sendcloud-service-points' ),
					onClick: () => {
						onAct();
						search.retry();
					},
				} }
			>
				{ error.code === GEOCODER_UNAVAILABLE &&
					__(
						'Meanwhile you can use your position, or move the map and search there.',
						'sendcloud-service-points'
					) }
			</Notice>
		);
	}
	if ( geocoding?.status === 'not_found' ) {
		return (
			<Notice
				isAlert
				title={ __(
					'We could not find that address.',
					'sendcloud-service-points'
				) }
			>
				{ __(
					'Check the spelling, or try the postcode alone.',
					'sendcloud-service-points'
				) }
			</Notice>
		);
	}
	const isFiltered = filters.carrier !== '' || filters.shopType !== '';
	return (
		<Notice
			isAlert
			title={ __(
				'No service points found here.',
				'sendcloud-service-points'
			) }
			{ ...( isFiltered && {
				action: {
					label: __(
						'Remove the filters',
						'sendcloud-service-points'
					),
					onClick: () => {
						onAct();
						search.clearFilters();
					},
				},
			} ) }
		>
			{ place && 'box' in place
				? __(
						'Zoom out or move the map, and search again.',
						'sendcloud-service-points'
					)
				: __(
						'Try the postcode of a larger town nearby, or the address of your work.',
						'sendcloud-service-points'
					) }
		</Notice>
	);
}

interface NoticeProps {
	icon?: ReactNode;
	title?: string;
	action?: { label: string; onClick: () => void };
	isAlert?: boolean;
	children: ReactNode;
}

function Notice( {
	icon = <EmptyIcon />,
	title,
	action,
	isAlert = false,
	children,
}: NoticeProps ) {
	return (
		<div className="scsp-notice" role={ isAlert ? 'alert' : undefined }>
			{ icon }
			{ title && <p className="scsp-notice__title">{ title }</p> }
			{ children && <p>{ children }</p> }
			{ action && (
				<button
					type="button"
					className="scsp-button"
					onClick={ action.onClick }
				>
					{ action.label }
				</button>
			) }
		</div>
	);
}

const Skeleton = () => (
	<div className="scsp-skeleton" aria-hidden="true">
		{ [ 1, 2, 3, 4, 5 ].map( ( key ) => (
			<div key={ key } className="scsp-skeleton__card" />
		) ) }
	</div>
);
