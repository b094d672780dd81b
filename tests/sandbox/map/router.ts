/** Everything under /map; any page may read it. */
import type { Reply, Request } from '../http';
import { countries, motorways, places } from './land';
import { mapStyle } from './style';
import { tile } from './tiles';

const TILE = /^\/map\/tiles\/(\d+)\/(\d+)\/(\d+)\.mvt$/;

const HEADERS = { 'Access-Control-Allow-Origin': '*' };
const LASTING = { ...HEADERS, 'Cache-Control': 'public, max-age=3600' };

const GEOJSON: Record< string, () => unknown > = {
	countries,
	motorways,
	places,
};
const made = new Map< string, string >();

function geojson( name: string ): string | undefined {
	if ( ! made.has( name ) && Object.hasOwn( GEOJSON, name ) ) {
		made.set( name, JSON.stringify( GEOJSON[ name ]?.() ) );
	}
	return made.get( name );
}

export function answerMap( request: Request ): Reply | null {
	const { path, headers } = request;
	if ( path === '/map/style.json' ) {
		return {
			status: 200,
			headers: HEADERS,
			body: mapStyle( `http://${ headers.host }` ),
		};
	}
	const data = geojson( /^\/map\/(\w+)\.geojson$/.exec( path )?.[ 1 ] ?? '' );
	if ( data ) {
		return {
			status: 200,
			headers: { ...LASTING, 'Content-Type': 'application/geo+json' },
			body: data,
		};
	}
	const place = TILE.exec( path );
	if ( place ) {
		const [ z = 0, x = 0, y = 0 ] = place.slice( 1 ).map( Number );
		const body = tile( z, x, y );
		// 204: there is nothing here, and that is no mistake.
		return {
			status: body ? 200 : 204,
			headers: {
				...LASTING,
				'Content-Type': 'application/vnd.mapbox-vector-tile',
			},
			body,
		};
	}
	return null;
}
