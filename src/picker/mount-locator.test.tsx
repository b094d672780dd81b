import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { searchServer } from '../../tests/js/search-server';
import { openingTimes, servicePoint } from '../../tests/js/service-point';
import { parseRule } from '../lib/rule';
import { mountLocator } from './mount-locator';

test( 'a locator shows hours and the way there, and offers nothing to choose', async () => {
	const server = searchServer();
	const container = document.body.appendChild(
		document.createElement( 'div' )
	);
	let unmount = () => {};
	act( () => {
		unmount = mountLocator( container, {
			country: 'NL',
			rule: parseRule( { carriers: [ 'postnl' ] } ),
			address: 'Eindhoven',
		} );
	} );
	expect( server.lastQuestion() ).toEqual( {
		country: 'NL',
		carriers: 'postnl',
		address: 'Eindhoven',
	} );
	server.answer( [ servicePoint( { opening_times: openingTimes() } ) ] );

	const point = await screen.findByRole( 'button', {
		name: /Stadhuisplein Parcel Shop/,
		expanded: false,
	} );
	await userEvent.click( point );

	expect( point.getAttribute( 'aria-expanded' ) ).toBe( 'true' );
	screen.getByRole( 'table', { name: 'Opening hours' } );
	expect(
		screen
			.getByRole( 'link', { name: 'Directions' } )
			.getAttribute( 'href' )
	).toContain( '51.438022,5.478543' );
	expect( screen.queryByRole( 'radio' ) ).toBeNull();
	expect( screen.queryByRole( 'button', { name: /Choose/ } ) ).toBeNull();
	expect( ( await axe( container ) ).violations ).toEqual( [] );

	await userEvent.click( point );
	expect( screen.queryByRole( 'table' ) ).toBeNull();

	act( unmount );
	expect( container.childElementCount ).toBe( 0 );
} );
