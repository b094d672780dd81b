/** Vector tiles of the cities, in the format that MapLibre reads: https://github.com/mapbox/vector-tile-spec */
import { PbfWriter } from 'pbf';
import { CITIES } from '../data/cities';
import { cityRadius, type Place } from '../data/city-grid';
import { type Line, linesOf } from './city';

const EXTENT = 4096;
/** How far over the edge a line goes on, so that it does not end before it. */
const MARGIN = 512;

type Point = [ x: number, y: number ];
type Project = ( place: Place ) => Point;
interface Piece {
	line: Line;
	points: Point[];
}

const onTile =
	( z: number, x: number, y: number ): Project =>
	( { latitude, longitude } ) => {
		const north = Math.asinh( Math.tan( ( latitude * Math.PI ) / 180 ) );
		const right = ( longitude / 360 + 0.5 ) * 2 ** z - x;
		const down = ( 0.5 - north / ( 2 * Math.PI ) ) * 2 ** z - y;
		return [ Math.round( right * EXTENT ), Math.round( down * EXTENT ) ];
	};

const isNear = ( [ x, y ]: Point, margin: number ): boolean =>
	Math.min( x, y ) > -margin && Math.max( x, y ) < EXTENT + margin;

/** A line leaves the tile and may come back: each stay is a piece. */
function cut( line: Line, project: Project ): Piece[] {
	const pieces: Piece[] = [];
	let points: Point[] = [];
	for ( const point of line.places.map( project ) ) {
		if ( ! isNear( point, MARGIN ) ) {
			points = [];
		} else if ( points.push( point ) === 2 ) {
			pieces.push( { line, points } );
		}
	}
	return pieces;
}

/** What a pen does: go to the first point, then draw from each point to the next one. */
function penOf( points: Point[] ): number[] {
	const moves = points.flatMap( ( [ x, y ], index ) => {
		const [ fromX, fromY ] = points[ index - 1 ] ?? [ 0, 0 ];
		return [ x - fromX, y - fromY ].map( ( by ) =>
			by < 0 ? -2 * by - 1 : 2 * by
		);
	} );
	const draw = ( points.length - 1 ) * 8 + 2;
	return [ 9, ...moves.slice( 0, 2 ), draw, ...moves.slice( 2 ) ];
}

function writePiece( index: number, points: Point[], pbf: PbfWriter ): void {
	pbf.writePackedVarint( 2, [ 0, 2 * index, 1, 2 * index + 1 ] );
	pbf.writeVarintField( 3, 2 );
	pbf.writePackedVarint( 4, penOf( points ) );
}

function writeLayer( pieces: Piece[], pbf: PbfWriter ): void {
	pbf.writeVarintField( 15, 2 );
	pbf.writeStringField( 1, 'cities' );
	pieces.forEach( ( { points }, index ) =>
		pbf.writeMessage(
			2,
			( _, feature ) => writePiece( index, points, feature ),
			null
		)
	);
	pbf.writeStringField( 3, 'kind' );
	pbf.writeStringField( 3, 'name' );
	pieces
		.flatMap( ( { line: { kind, name } } ) => [ kind, name ] )
		.forEach( ( text ) =>
			pbf.writeMessage(
				4,
				( _, value ) => value.writeStringField( 1, text ),
				null
			)
		);
	pbf.writeVarintField( 5, EXTENT );
}

/** Undefined where there is nothing to draw. */
export function tile( z: number, x: number, y: number ): Buffer | undefined {
	const project = onTile( z, x, y );
	const pieces = CITIES.filter( ( city ) => {
		const shrink = Math.cos( ( city.latitude * Math.PI ) / 180 );
		const unit = ( 40_075_000 * shrink ) / 2 ** z / EXTENT;
		// The river reaches that far.
		return isNear( project( city ), ( 2.2 * cityRadius( city ) ) / unit );
	} )
		.flatMap( linesOf )
		.flatMap( ( line ) => cut( line, project ) );
	if ( pieces.length === 0 ) {
		return undefined;
	}
	const pbf = new PbfWriter();
	pbf.writeMessage( 3, writeLayer, pieces );
	return Buffer.from( pbf.finish() );
}
