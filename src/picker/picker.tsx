import { useId, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { formatStreet } from '../lib/format';
import type { Rule } from '../types/domain';
import { ChooseForm } from './choose-form';
import { FilterBar } from './filter-bar';
import { ListIcon, MapIcon } from './icons';
import { MapPane } from './map-pane';
import { NoPoints } from './no-points';
import { PointList } from './point-list';
import { SearchForm } from './search-form';
import { statusText } from './status-text';
import { panelId, tabId, Tabs } from './tabs';
import type { Choice } from './use-choice';
import { useCompact } from './use-compact';
import { usePane, type Pane } from './use-pane';
import { useSearch } from './use-search';
import { useSelection } from './use-selection';

interface Props {
	country: string;
	rule: Rule;
	address: string;
	/** Absent where points are only looked at. */
	choice?: Choice;
}

/** Search, list and map: the list is complete by itself, the map follows it. */
export function Picker( { country, rule, address, choice }: Props ) {
	const root = useRef< HTMLDivElement >( null );
	const status = useRef< HTMLParagraphElement >( null );
	const id = useId();
	const isCompact = useCompact( root );
	const { pane, setPane, hasMap, hasTabs, isMapWanted, giveUpMap } =
		usePane( isCompact );
	const search = useSearch( { country, rule, address } );
	// What list and map have in common.
	const shown = useSelection( search, address, choice );
	const selected = shown.points.find(
		( point ) => point.id === shown.selectedId
	);

	const panel = ( name: Pane ) =>
		hasTabs
			? {
					id: panelId( id, name ),
					role: 'tabpanel',
					'aria-labelledby': tabId( id, name ),
					hidden: pane !== name,
				}
			: {};

	return (
		<div
			ref={ root }
			className={ [
				'scsp-body',
				isCompact && 'is-compact',
				! hasMap && 'has-no-map',
			]
				.filter( Boolean )
				.join( ' ' ) }
		>
			<div className="scsp-side">
				<div className="scsp-controls">
					<SearchForm
						address={ address }
						onSearch={ search.searchPlace }
					/>
					<FilterBar { ...search } />
					{ hasTabs && (
						<Tabs< Pane >
							id={ id }
							label={ __( 'View', 'sendcloud-service-points' ) }
							tabs={ tabs() }
							selected={ pane }
							onSelect={ setPane }
						/>
					) }
					{ rule.hint && <p className="scsp-hint">{ rule.hint }</p> }
					<p
						ref={ status }
						className="scsp-status"
						role="status"
						tabIndex={ -1 }
					>
						{ statusText( search ) }
					</p>
				</div>
				<div className="scsp-list" { ...panel( 'list' ) }>
					{ shown.points.length > 0 ? (
						<PointList
							{ ...shown }
							choice={ choice ?? null }
							hasButton={ ! isCompact }
							isLoading={ search.status === 'loading' }
						/>
					) : (
						<NoPoints
							search={ search }
							onAct={ () => status.current?.focus() }
						/>
					) }
				</div>
			</div>
			{ hasMap && (
				<div className="scsp-map" { ...panel( 'map' ) }>
					{ isMapWanted && (
						<MapPane
							{ ...shown }
							place={ search.place }
							isInPage={ ! choice }
							onSearch={ search.searchPlace }
							onUnavailable={ giveUpMap }
						/>
					) }
				</div>
			) }
			{ isCompact && choice && selected && (
				<div className="scsp-bar">
					<p className="scsp-bar__point">
						<strong>{ selected.name }</strong>{ ' ' }
						{ formatStreet( selected ) }
					</p>
					<ChooseForm
						point={ selected }
						choice={ choice }
						points={ shown.points }
						onSelect={ shown.onSelect }
					/>
				</div>
			) }
		</div>
	);
}

const tabs = () => [
	{
		name: 'list' as const,
		label: __( 'List', 'sendcloud-service-points' ),
		icon: <ListIcon />,
	},
	{
		name: 'map' as const,
		label: __( 'Map', 'sendcloud-service-points' ),
		icon: <MapIcon />,
	},
];
