/** The picker, opened as an adapter opens it, with a server whose answers are given one by one. */
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { parseRule } from '../../src/lib/rule';
import { openPicker } from '../../src/picker/open-picker';
import type { PickerRequest } from '../../src/types/domain';
import { searchServer } from './search-server';
import { servicePoint } from './service-point';

export const shop = servicePoint( { name: 'Corner Shop' } );
export const locker = servicePoint( {
	id: 2,
	name: 'Packstation 145',
	carrier: { code: 'dhl_de', name: 'DHL' },
	shop_type: 'locker',
	post_number: 'required',
	opening_times: null,
	distance: 1240,
} );
export const otherLocker = servicePoint( {
	...locker,
	id: 3,
	name: 'Packstation 7',
} );
export const postOffice = servicePoint( {
	id: 4,
	name: 'Post Centraal',
	shop_type: 'post_office',
	post_number: 'optional',
} );

let current: ReturnType< typeof searchServer >;
export const server = () => current;

/** Before each test of the file a page with a button, and after it no dialog. */
export function preparePage(): void {
	beforeEach( () => {
		current = searchServer();
		document.body.innerHTML = '<button>Change</button>';
	} );
	afterEach( () => {
		act( () => document.querySelector( 'dialog' )?.close() );
	} );
}

export const focused = () => document.body.ownerDocument.activeElement;

export const opener = () => screen.getByRole( 'button', { name: 'Change' } );

export function open( request: Partial< PickerRequest > = {} ) {
	const full = {
		country: 'NL',
		rule: parseRule( {} ),
		address: '5611 EM Eindhoven',
		selected: null,
		onSelect: jest.fn( async () => {} ),
		onClose: jest.fn(),
		...request,
	};
	opener().focus();
	act( () => openPicker( full ) );
	return { ...full, user: userEvent.setup() };
}

export async function openWith(
	points = [ shop, locker, otherLocker ],
	request: Partial< PickerRequest > = {}
) {
	const opened = open( request );
	current.answer( points );
	await screen.findAllByRole( 'radio' );
	return opened;
}

export const radio = ( name: RegExp ) => screen.getByRole( 'radio', { name } );
export const chooseButton = () =>
	screen.getByRole( 'button', { name: 'Choose this service point' } );
