/**
 * Fetches the picker when a shopper first asks for it, and with it only those of WordPress' scripts the page does not have:
 * a second React would not share hooks or stores with the first.
 */
import type { PickerApi } from '../types/domain';
import { getConfig } from './config';

interface WordPressGlobals {
	React?: unknown;
	ReactDOM?: unknown;
	ReactJSXRuntime?: unknown;
	wp?: Record< string, unknown > & {
		i18n?: {
			setLocaleData: (
				data: Record< string, unknown >,
				domain: string
			) => void;
		};
	};
}

const page = window as Window & WordPressGlobals;

function hasGlobal( handle: string ): boolean {
	switch ( handle ) {
		case 'react':
			return !! page.React;
		case 'react-dom':
			return !! page.ReactDOM;
		case 'react-jsx-runtime':
			return !! page.ReactJSXRuntime;
		default:
			// wp-escape-html is window.wp.escapeHtml.
			return (
				handle.startsWith( 'wp-' ) &&
				!! page.wp?.[
					handle
						.slice( 3 )
						.replace( /-(\w)/g, ( _, letter: string ) =>
							letter.toUpperCase()
						)
				]
			);
	}
}

const isOnPage = ( handle: string ) =>
	// The global as well as the tag: optimisation plugins join scripts under ids of their own.
	hasGlobal( handle ) ||
	document.querySelector( `script[id="${ handle }-js"]` ) !== null;

function addScript( handle: string, src: string ): HTMLScriptElement {
	const script = document.createElement( 'script' );
	script.id = `${ handle }-js`;
	script.src = src;
	// Fetched side by side, run in the order of the list.
	script.async = false;
	return script;
}

function addStyle( href: string ): Promise< void > {
	const link = document.createElement( 'link' );
	link.rel = 'stylesheet';
	link.href = href;
	return new Promise( ( resolve ) => {
		// Plain beats nothing: a missing style sheet does not stop the picker.
		link.onload = link.onerror = () => resolve();
		document.head.append( link );
	} );
}

const parsed = () =>
	new Promise< void >( ( resolve ) => {
		// Deferred scripts have a tag before they have run.
		if ( document.readyState === 'loading' ) {
			document.addEventListener( 'DOMContentLoaded', () => resolve(), {
				once: true,
			} );
		} else {
			resolve();
		}
	} );

async function load(): Promise< PickerApi > {
	const { scripts, styles, translations } = getConfig().picker;
	await parsed();

	let translated = false;
	// Before the picker's own script runs, which may translate as it loads.
	const translate = () => {
		if ( ! translated && page.wp?.i18n ) {
			page.wp.i18n.setLocaleData(
				translations,
				'sendcloud-service-points'
			);
			translated = true;
		}
	};
	translate();

	const added = scripts
		.filter( ( { handle } ) => ! isOnPage( handle ) )
		.map( ( { handle, src } ) => addScript( handle, src ) );

	await Promise.all( [
		...styles.map( addStyle ),
		...added.map(
			( script ) =>
				new Promise< void >( ( resolve ) => {
					script.onload = () => {
						translate();
						resolve();
					};
					script.onerror = () => resolve();
					document.head.append( script );
				} )
		),
	] );

	if ( ! window.sendcloudServicePoints ) {
		// The next try fetches all of them again that left no global.
		added.forEach( ( script ) => script.remove() );
		throw new Error( 'The service point picker did not load.' );
	}
	return window.sendcloudServicePoints;
}

let loading: Promise< PickerApi > | undefined;

/** One load for the page; after a failure the next call tries again. */
export function loadPicker(): Promise< PickerApi > {
	loading ??= load().catch( ( error: unknown ) => {
		loading = undefined;
		throw error;
	} );
	return loading;
}
