import {
	useCallback,
	useEffect,
	useId,
	useMemo,
	useRef,
	useState,
} from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { formatStreet } from '../lib/format';
import type { Rule } from '../types/domain';
import { ChooseForm } from './choose-form';
import { FilterBar } from './filter-bar';
import { ListIcon, MapIcon } from './icons';
import { MapPane, mayHaveMap, reportOldBrowser } from './map-pane';
import { PointList } from './point-list';
import { NoList, statusText } from './results';
import { SearchForm } from './search-form';
import { panelId, tabId, Tabs } from './tabs';
import type { Choice } from './use-choice';
import { useCompact } from './use-compact';
import { useSearch } from './use-search';

interface Props {
	country: string;
	rule: Rule;
	address: string;
	/** Absent where points are only looked at. */
	choice?: Choice;
}

type Pane = 'list' | 'map';

/** Search, list and map: the list is complete by itself, the map follows it. */
export function Picker( { country, rule, address, choice }: Props ) {
	const root = useRef< HTMLDivElement >( null );
	const status = useRef< HTMLParagraphElement >( null );
	const id = useId();
	const isCompact = useCompact( root );
	const [ hasMap, setHasMap ] = useState( mayHaveMap );
	useEffect( reportOldBrowser, [] );
	const [ pane, setPane ] = useState< Pane >( 'list' );
	const [ selectedId, setSelectedId ] = useState< number | null >(
		choice?.current?.id ?? null
	);
	const [ highlightedId, setHighlightedId ] = useState< number | null >(
		null
	);
	const search = useSearch( { country, rule, address } );

	const current = choice?.current ?? null;
	const isFirstPlace =
		search.place !== null &&
		'address' in search.place &&
		search.place.address === address &&
		! search.filters.carrier &&
		! search.filters.shopType;
	const points = useMemo( () => {
		// The point chosen before may be too far away for the answer: where the picker starts it is shown all the same.
		const isMissing =
			isFirstPlace &&
			search.points.length > 0 &&
			! search.points.some( ( point ) => point.id === current?.id );
		return current && isMissing
			? [ current, ...search.points ]
			: search.points;
	}, [ search.points, isFirstPlace, current ] );
	const selected =
		points.find( ( point ) => point.id === selectedId ) ?? null;

	const isBusy = choice?.isBusy ?? false;
	const clearError = choice?.clearError;
	const isBrowsing = ! choice;
	const select = useCallback(
		( next: number ) => {
			if ( isBusy ) {
				return;
			}
			clearError?.();
			setSelectedId( ( previous ) =>
				isBrowsing && previous === next ? null : next
			);
		},
		[ isBusy, clearError, isBrowsing ]
	);

	// On a phone the map's bytes wait until its tab is opened.
	const isMapVisible = hasMap && ( ! isCompact || pane === 'map' );
	const [ isMapWanted, setMapWanted ] = useState( false );
	useEffect( () => {
		if ( ! isMapVisible ) {
			return undefined;
		}
		const frame = requestAnimationFrame( () => setMapWanted( true ) );
		return () => cancelAnimationFrame( frame );
	}, [ isMapVisible ] );

	const hasTabs = isCompact && hasMap;
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
							tabs={ [
								{
									name: 'list',
									label: __(
										'List',
										'sendcloud-service-points'
									),
									icon: <ListIcon />,
								},
								{
									name: 'map',
									label: __(
										'Map',
										'sendcloud-service-points'
									),
									icon: <MapIcon />,
								},
							] }
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
					{ points.length > 0 ? (
						<PointList
							points={ points }
							selectedId={ selectedId }
							highlightedId={ highlightedId }
							choice={ choice ?? null }
							hasButton={ ! isCompact }
							isLoading={ search.status === 'loading' }
							onSelect={ select }
							onHighlight={ setHighlightedId }
						/>
					) : (
						<NoList
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
							points={ points }
							place={ search.place }
							selectedId={ selectedId }
							highlightedId={ highlightedId }
							isInPage={ isBrowsing }
							onSelect={ select }
							onHighlight={ setHighlightedId }
							onSearch={ search.searchPlace }
							onUnavailable={ () => setHasMap( false ) }
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
					<ChooseForm point={ selected } choice={ choice } />
				</div>
			) }
		</div>
	);
}
