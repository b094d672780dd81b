import { useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { getConfig } from '../lib/config';
import { isSearchable, type Box } from '../lib/distance';
import type { ServicePointMap } from '../map';
import type { ServicePoint } from '../types/domain';
import { reportFallback, type FallbackReason } from '../lib/report-fallback';
import type { Place } from './use-search';

interface Props {
	points: ServicePoint[];
	place: Place | null;
	selectedId: number | null;
	highlightedId: number | null;
	isInPage: boolean;
	onSelect: ( id: number ) => void;
	onHighlight: ( id: number | null ) => void;
	onSearch: ( place: Place ) => void;
	onUnavailable: () => void;
}

/** A cheap first look, so that the layout does not change later: only starting the map shows whether it works. */
export const mayHaveMap = (): boolean =>
	isMapWanted() && 'WebGL2RenderingContext' in window;

const isMapWanted = () => getConfig().map.provider !== 'none';

/** Counts the shoppers whose browser is too old for any map. */
export function reportOldBrowser(): void {
	if ( isMapWanted() && ! mayHaveMap() ) {
		reportFallback( 'no_webgl' );
	}
}

/** Whether WebGL2 really works here, before half a megabyte of map is loaded for nothing. */
const canDraw = () =>
	document.createElement( 'canvas' ).getContext( 'webgl2' ) !== null;

/** Lets the list appear and the click be answered first: starting a map takes long. */
const afterPaint = () =>
	new Promise< void >( ( resolve ) =>
		requestAnimationFrame( () => setTimeout( resolve ) )
	);

export function MapPane( props: Props ) {
	const { points, place, selectedId, highlightedId, onSearch } = props;
	const container = useRef< HTMLDivElement >( null );
	const [ map, setMap ] = useState< ServicePointMap | null >( null );
	// Where the shopper moved the map to; null when the list already shows what is there.
	const [ area, setArea ] = useState< Box | null >( null );

	const latest = useRef( props );
	useEffect( () => {
		latest.current = props;
	} );

	useEffect( () => {
		let created: ServicePointMap | null = null;
		let isGone = false;
		const giveUp = ( reason: FallbackReason ) => {
			reportFallback( reason );
			latest.current.onUnavailable();
		};
		const start = async () => {
			await afterPaint();
			if ( isGone ) {
				return;
			}
			if ( ! canDraw() ) {
				giveUp( 'no_webgl' );
				return;
			}
			const { ServicePointMap } = await import(
				/* webpackChunkName: "map" */ '../map'
			);
			if ( isGone || ! container.current ) {
				return;
			}
			created = new ServicePointMap( container.current, {
				...getConfig().map,
				isInPage: latest.current.isInPage,
				onSelect: ( id ) => latest.current.onSelect( id ),
				onHighlight: ( id ) => latest.current.onHighlight( id ),
				onMove: setArea,
				onBasemapFailed: () => reportFallback( 'tiles' ),
				onUnavailable: giveUp,
			} );
			setMap( created );
		};
		// Whatever keeps the map away, the list is there: nothing to tell the shopper.
		start().catch( () => ! isGone && giveUp( 'script' ) );
		return () => {
			isGone = true;
			created?.destroy();
		};
	}, [] );

	useEffect( () => {
		setArea( null );
		// An area searched is the area looked at: the map stays.
		map?.setPoints( points, ! ( place && 'box' in place ) );
		map?.setPosition(
			place && 'position' in place ? place.position : null
		);
		// eslint-disable-next-line react-hooks/exhaustive-deps -- the place changes before its points arrive.
	}, [ map, points ] );
	useEffect( () => map?.select( selectedId ), [ map, points, selectedId ] );
	useEffect( () => map?.highlight( highlightedId ), [ map, highlightedId ] );

	return (
		<>
			<div ref={ container } className="scsp-map__canvas" />
			{ area && (
				<div className="scsp-map__search">
					{ isSearchable( area ) ? (
						<button
							type="button"
							className="scsp-button scsp-button--floating"
							onClick={ () => {
								// The button goes away: the focus stays on the map.
								map?.focus();
								setArea( null );
								onSearch( { box: area } );
							} }
						>
							{ __(
								'Search this area',
								'sendcloud-service-points'
							) }
						</button>
					) : (
						<button
							type="button"
							className="scsp-button scsp-button--floating"
							disabled
						>
							{ __(
								'Zoom in to search this area',
								'sendcloud-service-points'
							) }
						</button>
					) }
				</div>
			) }
		</>
	);
}
