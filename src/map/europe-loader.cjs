/**
 * Webpack loader: makes of world-atlas' TopoJSON the plain GeoJSON the map shows, with what lies in and around Europe
 * alone. The whole world would be four times the bytes.
 */
const { feature } = require( 'topojson-client' );

const WEST = -11;
const EAST = 27;
const SOUTH = 35;
const NORTH = 62;

// Two decimals are a kilometre, as fine as the outlines themselves.
const round = ( [ longitude, latitude ] ) => [
	Number( longitude.toFixed( 2 ) ),
	Number( latitude.toFixed( 2 ) ),
];

const isNear = ( [ outer ] ) =>
	outer.some(
		( [ longitude, latitude ] ) =>
			longitude > WEST &&
			longitude < EAST &&
			latitude > SOUTH &&
			latitude < NORTH
	);

module.exports = function europe( source ) {
	const topology = JSON.parse( source );
	const { features } = feature( topology, topology.objects.countries );
	return JSON.stringify( {
		type: 'FeatureCollection',
		features: features
			.map( ( { geometry } ) => ( {
				type: 'Feature',
				properties: {},
				geometry: {
					type: 'MultiPolygon',
					coordinates: ( geometry.type === 'Polygon'
						? [ geometry.coordinates ]
						: geometry.coordinates
					)
						.filter( isNear )
						.map( ( rings ) =>
							rings.map( ( ring ) => ring.map( round ) )
						),
				},
			} ) )
			.filter( ( { geometry } ) => geometry.coordinates.length > 0 ),
	} );
};
