import { servicePoint } from '../../tests/js/service-point';
import { searchServicePoints } from './api';
import { restUrl, searchParameters } from './search-url';
import { parseRule } from './rule';

const PRETTY = 'https://shop.test/wp-json/sendcloud-service-points/v1/';
const QUERY = {
	country: 'NL',
	rule: parseRule( {} ),
	place: { address: '5611 EM' },
};

const answerWith = ( body: string, status = 200 ) => {
	window.fetch = jest.fn( async () => {
		const response: Partial< Response > = {
			ok: status < 400,
			status,
			headers: new Headers(),
			json: async () => JSON.parse( body ),
		};
		return response as Response;
	} );
};

const search = () =>
	searchServicePoints( PRETTY, QUERY, new AbortController().signal );

test( 'a route is added to the path, or to rest_route where permalinks are plain', () => {
	expect( restUrl( PRETTY, 'service-points', { country: 'NL' } ) ).toBe(
		`${ PRETTY }service-points?country=NL`
	);
	expect(
		restUrl(
			'https://shop.test/?rest_route=/sendcloud-service-points/v1/&lang=nl',
			'service-points',
			{ country: 'NL' }
		)
	).toBe(
		'https://shop.test/?rest_route=%2Fsendcloud-service-points%2Fv1%2Fservice-points&lang=nl&country=NL'
	);
} );

test( 'a query is written as the REST API reads it', () => {
	expect(
		searchParameters( {
			country: 'FR',
			rule: {
				carriers: [ 'mondial_relay', 'chronopost' ],
				without_carriers: [ 'ups', 'dhl' ],
				without_shop_types: [ 'post_office' ],
				zones: [ 3, 0 ],
				hint: 'Why.',
			},
			place: { position: { latitude: 48.85661234, longitude: 2.3 } },
			shop_types: [ 'locker' ],
			limit: 20,
		} )
	).toEqual( {
		country: 'FR',
		carriers: 'mondial_relay,chronopost',
		without_carriers: 'ups,dhl',
		without_shop_types: 'post_office',
		zones: '3,0',
		latitude: '48.85661',
		longitude: '2.3',
		shop_types: 'locker',
		limit: '20',
	} );
	expect(
		searchParameters( {
			country: 'FR',
			rule: parseRule( { zones: [] } ),
			place: { box: { north: 4, east: 3, south: 2, west: 1 } },
		} )
	).toEqual( {
		country: 'FR',
		north: '4',
		east: '3',
		south: '2',
		west: '1',
	} );
} );

test( 'the points arrive', async () => {
	const point = servicePoint();
	answerWith(
		JSON.stringify( { service_points: [ point ], geocoding: null } )
	);
	expect( ( await search() ).service_points ).toEqual( [ point ] );
} );

test( 'the server’s word for the shopper is kept, with its code', async () => {
	answerWith(
		'{"code":"sendcloud_service_points_rate_limited","message":"Busy."}',
		503
	);
	await expect( search() ).rejects.toMatchObject( {
		code: 'sendcloud_service_points_rate_limited',
		message: 'Busy.',
	} );
} );

test.each( [
	[ 'a page instead of JSON', '<html>', 200 ],
	[ 'an error of a proxy', '<html>', 502 ],
	[ 'an error without words', '{}', 500 ],
	[ 'an answer of another shape', '{"points":[]}', 200 ],
] )( '%s is told as a failed load', async ( _, body, status ) => {
	answerWith( body, status );
	await expect( search() ).rejects.toMatchObject( {
		name: 'SearchError',
		code: 'unreachable',
	} );
} );

test( 'a request taken back is not an error to show', async () => {
	const controller = new AbortController();
	window.fetch = jest.fn( async () => {
		controller.abort();
		throw new DOMException( 'Aborted.', 'AbortError' );
	} );
	await expect(
		searchServicePoints( PRETTY, QUERY, controller.signal )
	).rejects.toMatchObject( { name: 'AbortError' } );
} );
