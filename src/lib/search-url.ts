/**
 * Addresses of the plugin's REST API.
 */
import type { SearchQuery } from '../types/domain';

/** Adds a route to the base of the REST API, in the path or in `?rest_route=`. */
export function restUrl(
	base: string,
	route: string,
	parameters: Record< string, string > = {}
): string {
	const url = new URL( base, window.location.href );
	const plain = url.searchParams.get( 'rest_route' );
	if ( plain === null ) {
		url.pathname = `${ url.pathname.replace( /\/$/, '' ) }/${ route }`;
	} else {
		url.searchParams.set(
			'rest_route',
			`${ plain.replace( /\/$/, '' ) }/${ route }`
		);
	}
	for ( const [ name, value ] of Object.entries( parameters ) ) {
		url.searchParams.set( name, value );
	}
	return url.toString();
}

/** Five decimals are a metre: more would only make the server's cache miss. */
const degrees = ( value: number ) => String( Number( value.toFixed( 5 ) ) );

function placeParameters(
	place: SearchQuery[ 'place' ]
): Record< string, string > {
	if ( 'address' in place ) {
		return { address: place.address };
	}
	const numbers = 'box' in place ? place.box : place.position;
	return Object.fromEntries(
		Object.entries( numbers ).map( ( [ name, value ] ) => [
			name,
			degrees( value ),
		] )
	);
}

export function searchParameters( {
	country,
	rule,
	place,
	shop_types: shopTypes = [],
	limit,
}: SearchQuery ): Record< string, string > {
	const lists = {
		carriers: rule.carriers,
		without_carriers: rule.without_carriers,
		without_shop_types: rule.without_shop_types,
		zones: ( rule.zones ?? [] ).map( String ),
		shop_types: shopTypes,
	};
	return {
		country,
		...placeParameters( place ),
		...Object.fromEntries(
			Object.entries( lists )
				.filter( ( [ , list ] ) => list.length > 0 )
				.map( ( [ name, list ] ) => [ name, list.join( ',' ) ] )
		),
		...( limit && { limit: String( limit ) } ),
	};
}
