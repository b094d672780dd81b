/**
 * What the picker needs of a browser and jsdom does not have.
 */
import { configure } from '@testing-library/react';
import type { FrontendConfig } from '../../src/types/domain';
import '../../src/lib/config';

configure( { asyncUtilTimeout: 10_000 } );

HTMLDialogElement.prototype.showModal = function showModal() {
	this.open = true;
};

HTMLDialogElement.prototype.close = function close() {
	if ( this.open ) {
		this.open = false;
		this.dispatchEvent( new Event( 'close' ) );
	}
};

// A browser turns Escape into `cancel`, and `cancel` into `close` unless somebody objects.
document.addEventListener( 'keydown', ( { key } ) => {
	const dialog =
		document.querySelector< HTMLDialogElement >( 'dialog[open]' );
	if (
		key === 'Escape' &&
		dialog?.dispatchEvent( new Event( 'cancel', { cancelable: true } ) )
	) {
		dialog.close();
	}
} );

window.ResizeObserver = class {
	observe() {}
	unobserve() {}
	disconnect() {}
};

// user-event asks for it where arrow keys walk through a radio group.
window.CSS ??= {
	escape: ( name: string ) => name.replace( /\W/g, '\\$&' ),
} as typeof CSS;

Element.prototype.scrollIntoView = () => {};

const config: FrontendConfig = {
	restUrl: 'http://localhost/wp-json/sendcloud-service-points/v1/',
	buildUrl: 'http://localhost/build/',
	locale: 'en-GB',
	openOnChoice: true,
	marks: {},
	farDistance: 20_000,
	map: { provider: 'openfreemap', styleUrl: 'http://localhost/style.json' },
	picker: { scripts: [], styles: [], translations: {} },
};

beforeEach( () => {
	window.sendcloudServicePointsConfig = { ...config };
} );
