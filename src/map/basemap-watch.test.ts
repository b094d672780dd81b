import type { Map as MapLibre } from 'maplibre-gl';
import { BasemapWatch } from './basemap-watch';

type Listener = ( event: object ) => void;

/** As much of a map as tells what happens to it. */
function watched() {
	const listeners: Record< string, Listener[] > = {};
	const onBasemapFailed = jest.fn();
	const onWorkerFailed = jest.fn();
	const map: Pick< MapLibre, 'on' > = {
		on: ( type: string, listener: unknown ) => {
			( listeners[ type ] ??= [] ).push( listener as Listener );
			return { unsubscribe: () => {} };
		},
	};
	new BasemapWatch( map as MapLibre, { onBasemapFailed, onWorkerFailed } );
	return {
		onBasemapFailed,
		onWorkerFailed,
		happens: ( type: string, event: object = {} ) =>
			listeners[ type ]?.forEach( ( listener ) => listener( event ) ),
	};
}

const failure = ( message = 'Failed to fetch' ) => ( {
	error: new Error( message ),
} );

beforeEach( () => {
	jest.useFakeTimers();
} );

afterEach( () => {
	jest.useRealTimers();
} );

test( 'a style that fails is given up at once, and only once', () => {
	const { happens, onBasemapFailed } = watched();
	happens( 'error', failure() );
	happens( 'error', failure() );
	expect( onBasemapFailed ).toHaveBeenCalledTimes( 1 );
} );

test( 'a style that does not come is not waited for any longer', () => {
	const { onBasemapFailed } = watched();
	jest.advanceTimersByTime( 8000 );
	expect( onBasemapFailed ).toHaveBeenCalledTimes( 1 );
} );

test( 'a style whose tiles are all blocked is given up', () => {
	const { happens, onBasemapFailed } = watched();
	happens( 'style.load' );
	happens( 'error', failure() );
	happens( 'error', failure() );
	expect( onBasemapFailed ).not.toHaveBeenCalled();
	happens( 'error', failure() );
	expect( onBasemapFailed ).toHaveBeenCalledTimes( 1 );
} );

test( 'one tile that arrives is enough to keep the style', () => {
	const { happens, onBasemapFailed } = watched();
	happens( 'style.load' );
	happens( 'sourcedata', { sourceId: 'streets', tile: {} } );
	for ( let tile = 0; tile < 9; tile++ ) {
		happens( 'error', failure() );
	}
	jest.advanceTimersByTime( 60_000 );
	expect( onBasemapFailed ).not.toHaveBeenCalled();
} );

test( 'our own points are no tile of the style', () => {
	const { happens, onBasemapFailed } = watched();
	happens( 'style.load' );
	happens( 'sourcedata', { sourceId: 'scsp-points', tile: {} } );
	for ( let tile = 0; tile < 3; tile++ ) {
		happens( 'error', failure() );
	}
	expect( onBasemapFailed ).toHaveBeenCalledTimes( 1 );
} );

test( 'without a worker there is no map, and no other style helps', () => {
	const { happens, onBasemapFailed, onWorkerFailed } = watched();
	happens( 'error', failure( 'Worker failed to load.' ) );
	expect( onWorkerFailed ).toHaveBeenCalledTimes( 1 );
	expect( onBasemapFailed ).not.toHaveBeenCalled();
} );
