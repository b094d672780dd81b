/** Everything under /map; any page may read it. */
import type { Reply, Request } from '../http';
import { countries, motorways, places } from './land';
import { mapStyle } from './style';
import { tile } from './tiles';

const TILE = /^\/map\/tiles\/(\d+)\/(\d+)\/(\d+)\.mvt$/;

const GEOJSON = new Map( Object.entries( { countries, motorways, places } ) );
const made = new Map< string, string >();

function geojson( name: string ): string | undefined {
	const make = GEOJSON.get( name );
	if ( make && ! made.has( name ) ) {
		made.set( name, JSON.stringify( make() ) );
	}
	return made.get( name );
}

function answer( status: number, type: string, body: unknown ): Reply {
	const headers = {
		'Access-Control-Allow-Origin': '*',
		'Cache-Control': 'public, max-age=3600',
		'Content-Type': type,
	};
	return { status, headers, body };
}

export function answerMap( { path, headers }: Request ): Reply | null {
	if ( path === '/map/style.json' ) {
		return answer(
			200,
			'application/json',
			JSON.stringify( mapStyle( `http://${ headers.host }` ) )
		);
	}
	const data = geojson( /^\/map\/(\w+)\.geojson$/.exec( path )?.[ 1 ] ?? '' );
	if ( data ) {
		return answer( 200, 'application/geo+json', data );
	}
	const place = TILE.exec( path );
	if ( place ) {
		const [ z = 0, x = 0, y = 0 ] = place.slice( 1 ).map( Number );
		const body = tile( z, x, y );
		// 204: there is nothing here, and that is no mistake.
		return answer(
			body ? 200 : 204,
			'application/vnd.mapbox-vector-tile',
			body
		);
	}
	return null;
}
