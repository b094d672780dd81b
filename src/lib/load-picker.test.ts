import type { PickerApi } from '../types/domain';

const picker: PickerApi = {
	openPicker: () => {},
	mountLocator: () => () => {},
};

const scripts = () => Array.from( document.head.querySelectorAll( 'script' ) );

/** Runs a script as the browser would: it leaves its global, then fires `load`. */
function run( handle: string, leave: () => void = () => {} ) {
	leave();
	document
		.getElementById( `${ handle }-js` )
		?.onload?.( new Event( 'load' ) );
}

const settle = () =>
	document.head
		.querySelectorAll( 'link' )
		.forEach( ( link ) => link.onload?.( new Event( 'load' ) ) );

const setLocaleData = jest.fn();
const page = window as unknown as Record< string, unknown >;

async function freshLoadPicker() {
	jest.resetModules();
	return ( await import( './load-picker' ) ).loadPicker;
}

beforeEach( () => {
	document.head.innerHTML = '';
	delete page[ 'React' ];
	delete page[ 'wp' ];
	delete page[ 'sendcloudServicePoints' ];
	setLocaleData.mockClear();
	window.sendcloudServicePointsConfig = {
		restUrl: '',
		buildUrl: '',
		locale: 'nl-NL',
		openOnChoice: true,
		marks: {},
		farDistance: 20_000,
		map: { provider: 'none', styleUrl: null },
		picker: {
			scripts: [
				{ handle: 'react', src: '/react.js' },
				{ handle: 'wp-i18n', src: '/i18n.js' },
				{ handle: 'scsp-picker', src: '/picker.js' },
			],
			styles: [ '/picker.css' ],
			translations: { Close: [ 'Sluiten' ] },
		},
	};
} );

const leavePicker = () => {
	window.sendcloudServicePoints = picker;
};

it( 'adds the scripts in order and resolves with what the picker set', async () => {
	const loadPicker = await freshLoadPicker();
	const loading = loadPicker();
	await Promise.resolve();

	await Promise.resolve();
	expect( scripts().map( ( { id } ) => id ) ).toEqual( [
		'react-js',
		'wp-i18n-js',
		'scsp-picker-js',
	] );
	expect( scripts().some( ( { async: isAsync } ) => isAsync ) ).toBe( false );

	settle();
	run( 'react' );
	run( 'wp-i18n' );
	run( 'scsp-picker', leavePicker );
	expect( await loading ).toBe( picker );
} );

it( 'never loads a second React, be it there as a tag or only as a global', async () => {
	page[ 'React' ] = {};
	const tag = document.createElement( 'script' );
	tag.id = 'wp-i18n-js';
	document.head.append( tag );
	const loadPicker = await freshLoadPicker();

	void loadPicker();
	await Promise.resolve();
	await Promise.resolve();
	expect( scripts().map( ( { id } ) => id ) ).toEqual( [
		'wp-i18n-js',
		'scsp-picker-js',
	] );
} );

it( 'translates before the picker runs', async () => {
	const loadPicker = await freshLoadPicker();
	void loadPicker();
	await Promise.resolve();
	await Promise.resolve();

	run( 'react' );
	expect( setLocaleData ).not.toHaveBeenCalled();
	run( 'wp-i18n', () => {
		page[ 'wp' ] = { i18n: { setLocaleData } };
	} );
	expect( setLocaleData ).toHaveBeenCalledWith(
		{ Close: [ 'Sluiten' ] },
		'sendcloud-service-points'
	);
} );

it( 'loads once for any number of callers', async () => {
	const loadPicker = await freshLoadPicker();
	expect( loadPicker() ).toBe( loadPicker() );
	await Promise.resolve();
	await Promise.resolve();
	expect( scripts() ).toHaveLength( 3 );
} );

it( 'tries again after a failure', async () => {
	const loadPicker = await freshLoadPicker();
	const failing = loadPicker();
	await Promise.resolve();
	await Promise.resolve();
	settle();
	run( 'react' );
	run( 'wp-i18n' );
	document
		.getElementById( 'scsp-picker-js' )
		?.onerror?.( new Event( 'error' ) );
	await expect( failing ).rejects.toThrow();
	expect( scripts() ).toHaveLength( 0 );

	const retried = loadPicker();
	await Promise.resolve();
	await Promise.resolve();
	settle();
	run( 'react' );
	run( 'wp-i18n' );
	run( 'scsp-picker', leavePicker );
	expect( await retried ).toBe( picker );
} );
