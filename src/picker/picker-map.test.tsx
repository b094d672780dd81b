/**
 * The picker and its map. The map itself draws with WebGL and is tested in a browser; here it is a list of what it was told.
 */
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { searchServer } from '../../tests/js/search-server';
import { servicePoint } from '../../tests/js/service-point';
import type { Box } from '../lib/distance';
import { FALLBACK_EVENT } from '../lib/report-fallback';
import { parseRule } from '../lib/rule';
import { Picker } from './picker';

interface FakeMap {
	options: {
		onSelect: ( id: number ) => void;
		onHighlight: ( id: number | null ) => void;
		onMove: ( box: Box ) => void;
		onUnavailable: () => void;
	};
	setPoints: jest.Mock;
	select: jest.Mock;
	highlight: jest.Mock;
	destroy: jest.Mock;
}

const mockMaps: FakeMap[] = [];

jest.mock( '../map', () => ( {
	ServicePointMap: jest.fn( ( _container: HTMLElement, options ) => {
		const map = {
			options,
			setPoints: jest.fn(),
			select: jest.fn(),
			highlight: jest.fn(),
			setPosition: jest.fn(),
			focus: jest.fn(),
			destroy: jest.fn(),
		};
		mockMaps.push( map );
		return map;
	} ),
} ) );

const near = servicePoint( { id: 1, name: 'Corner Shop' } );
const far = servicePoint( { id: 2, name: 'Post Centraal' } );
const choice = {
	current: null,
	hasMoved: false,
	isBusy: false,
	error: '',
	unusable: {},
	clearError: () => {},
	postNumber: () => '',
	setPostNumber: () => {},
	choose: jest.fn(),
};

let server: ReturnType< typeof searchServer >;

beforeEach( () => {
	mockMaps.length = 0;
	server = searchServer();
	// jsdom draws nothing; whether WebGL2 is there is all that is asked.
	Object.assign( window, { WebGL2RenderingContext: class {} } );
	jest.spyOn( HTMLCanvasElement.prototype, 'getContext' ).mockReturnValue(
		{} as RenderingContext
	);
} );

afterEach( () => {
	jest.mocked( HTMLCanvasElement.prototype.getContext ).mockRestore();
	jest.mocked( Element.prototype.getBoundingClientRect ).mockRestore();
	Reflect.deleteProperty( window, 'WebGL2RenderingContext' );
} );

async function show( width = 1100 ) {
	jest.spyOn( Element.prototype, 'getBoundingClientRect' ).mockReturnValue( {
		width,
	} as DOMRect );
	const view = render(
		<Picker
			country="NL"
			rule={ parseRule( {} ) }
			address="5611 EM"
			choice={ choice }
		/>
	);
	server.answer( [ near, far ] );
	await screen.findAllByRole( 'radio' );
	return { ...view, user: userEvent.setup() };
}

const map = async () => {
	await waitFor( () => expect( mockMaps ).toHaveLength( 1 ) );
	return mockMaps[ 0 ] as FakeMap;
};

const radio = ( name: RegExp ) => screen.getByRole( 'radio', { name } );

test( 'list and map follow each other', async () => {
	const { user } = await show();
	const { options, setPoints, select, highlight } = await map();
	await waitFor( () =>
		expect( setPoints ).toHaveBeenLastCalledWith( [ near, far ], true )
	);

	await user.click( radio( /Corner Shop/ ) );
	expect( select ).toHaveBeenLastCalledWith( near.id );

	act( () => options.onSelect( far.id ) );
	expect( radio( /Post Centraal/ ) ).toHaveProperty( 'checked', true );

	await user.hover( radio( /Corner Shop/ ) );
	expect( highlight ).toHaveBeenLastCalledWith( near.id );
} );

test( 'an area the shopper moved to can be searched, and the map stays there', async () => {
	const { user } = await show();
	const { options, setPoints } = await map();
	const area = { north: 51.5, east: 5.6, south: 51.4, west: 5.4 };
	act( () => options.onMove( area ) );

	await user.click(
		screen.getByRole( 'button', { name: 'Search this area' } )
	);
	expect( server.lastQuestion() ).toEqual( {
		country: 'NL',
		north: '51.5',
		east: '5.6',
		south: '51.4',
		west: '5.4',
	} );
	await act( async () => server.answer( [ far ] ) );
	expect( setPoints ).toHaveBeenLastCalledWith( [ far ], false );
	expect( screen.getByRole( 'status' ).textContent ).toBe(
		'1 service point in this area'
	);
} );

test( 'an area that is too large says what to do', async () => {
	await show();
	const { options } = await map();
	act( () => options.onMove( { north: 52, east: 7, south: 50, west: 4 } ) );
	expect(
		screen.getByRole( 'button', { name: 'Zoom in to search this area' } )
	).toHaveProperty( 'disabled', true );
} );

test( 'a map that stops working leaves the list, and no error', async () => {
	await show();
	const { options, destroy } = await map();
	act( () => options.onUnavailable() );

	expect( destroy ).toHaveBeenCalled();
	expect( screen.getAllByRole( 'radio' ) ).toHaveLength( 2 );
	expect( screen.queryByRole( 'alert' ) ).toBeNull();
} );

test( 'without WebGL2 no map is loaded', async () => {
	jest.mocked( HTMLCanvasElement.prototype.getContext ).mockReturnValue(
		null
	);
	const { container } = await show();
	await waitFor( () =>
		expect( container.querySelector( '.scsp-map' ) ).toBeNull()
	);
	expect( mockMaps ).toHaveLength( 0 );
} );

test( 'a browser too old for any map is counted by the shop', async () => {
	Reflect.deleteProperty( window, 'WebGL2RenderingContext' );
	const reasons: unknown[] = [];
	const listen = ( event: Event ) =>
		reasons.push( ( event as CustomEvent ).detail );
	window.addEventListener( FALLBACK_EVENT, listen );
	await show();
	window.removeEventListener( FALLBACK_EVENT, listen );
	expect( reasons ).toEqual( [ 'no_webgl' ] );
	expect( mockMaps ).toHaveLength( 0 );
} );

test( 'a shop can have no map at all', async () => {
	window.sendcloudServicePointsConfig = {
		restUrl: 'http://localhost/wp-json/v1/',
		buildUrl: '/',
		locale: 'en-GB',
		openOnChoice: true,
		marks: {},
		farDistance: 20_000,
		map: { provider: 'none', styleUrl: null },
		picker: { scripts: [], styles: [], translations: {} },
	};
	await show( 390 );
	expect( screen.queryByRole( 'tablist' ) ).toBeNull();
	expect( mockMaps ).toHaveLength( 0 );
} );

describe( 'on a phone', () => {
	test( 'list and map are two tabs, and the map loads with its own', async () => {
		const { user, container } = await show( 390 );
		expect( ( await axe( container ) ).violations ).toEqual( [] );
		expect( mockMaps ).toHaveLength( 0 );
		const list = screen.getByRole( 'tab', { name: 'List' } );
		expect( list.getAttribute( 'aria-selected' ) ).toBe( 'true' );

		await user.click( list );
		await user.keyboard( '{ArrowRight}' );

		screen.getByRole( 'tabpanel', { name: 'Map' } );
		expect( screen.queryByRole( 'radio' ) ).toBeNull();
		await map();
		await user.keyboard( '{ArrowRight}' );
		expect( screen.getAllByRole( 'radio' ) ).toHaveLength( 2 );
	} );

	test( 'what is selected can be chosen from both tabs', async () => {
		const { user } = await show( 390 );
		const button = { name: 'Choose this service point' };
		expect( screen.queryByRole( 'button', button ) ).toBeNull();

		await user.click( screen.getByRole( 'tab', { name: 'Map' } ) );
		const { options } = await map();
		act( () => options.onSelect( far.id ) );

		await user.click( screen.getByRole( 'button', button ) );
		expect( choice.choose ).toHaveBeenCalledWith( far );
	} );
} );
