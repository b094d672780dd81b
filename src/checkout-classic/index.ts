/**
 * The classic checkout. PHP prints a placeholder beside the chosen relay rate, and WooCommerce replaces it with the whole review
 * table at any time: so every listener sits on the document, and the placeholder is looked up again before each use.
 */
import jQuery from 'jquery';
import './style.scss';
import { watchErrors, showError, clearError } from './errors';
import { tellMoved } from './moved';
import { findPlaceholder, type Placeholder } from './placeholder';
import { saveSelection } from './save-selection';
import { markTelephone } from './telephone';
import { getSettings } from '../checkout/classic-request';
import { openOnce } from '../checkout/open-once';
import { getConfig } from '../lib/config';

function open( packageId: string ): void {
	const button = findPlaceholder( packageId )?.button;
	void openOnce( {
		find: () => {
			const placeholder = findPlaceholder( packageId );
			if ( placeholder ) {
				clearError( placeholder );
			}
			return placeholder;
		},
		save: ( point, postNumber ) =>
			saveSelection( packageId, point, postNumber ),
		onLoading: ( isLoading ) =>
			button?.setAttribute( 'aria-busy', String( isLoading ) ),
		onFailed: () => {
			const placeholder = findPlaceholder( packageId );
			if ( placeholder ) {
				showError( placeholder, getSettings().messages.loadFailed );
			}
		},
		onClose: () => keepFocus( packageId ),
	} );
}

/** The dialog gives the focus back to the button it was opened with, which a choice has replaced. */
function keepFocus( packageId: string ): void {
	const button = findPlaceholder( packageId )?.button;
	if ( button?.ownerDocument.activeElement === document.body ) {
		button.focus();
	}
}

/** The rate a pointer has just chosen, until WooCommerce has drawn its placeholder. */
let awaited: { packageId: string; rateId: string } | null = null;

const awaitsChoice = ( { element, selected }: Placeholder, rateId: string ) =>
	selected === null &&
	element
		.closest( 'li' )
		?.querySelector< HTMLInputElement >( 'input.shipping_method' )
		?.value === rateId;

function openIfAwaited(): void {
	const choice = awaited;
	const placeholder = choice && findPlaceholder( choice.packageId );
	if ( placeholder && awaitsChoice( placeholder, choice.rateId ) ) {
		awaited = null;
		open( choice.packageId );
	}
}

function onClick( event: MouseEvent ): void {
	const target = event.target as Element;
	const button = target.closest( '.scsp-choose' );
	const packageId =
		button?.closest< HTMLElement >( '.scsp-placeholder' )?.dataset[
			'packageId'
		];
	if ( packageId !== undefined ) {
		event.preventDefault();
		open( packageId );
		return;
	}

	// Arrow keys click radios too, with no pointer behind it: a dialog would then trap the shopper on the way to another method.
	const label = target.closest( 'label' );
	const radio = label ? label.control : target;
	if (
		event.detail > 0 &&
		getConfig().openOnChoice &&
		radio instanceof HTMLInputElement &&
		radio.matches( 'input.shipping_method' )
	) {
		awaited = {
			packageId: radio.dataset[ 'index' ] ?? '',
			rateId: radio.value,
		};
		openIfAwaited();
	}
}

document.addEventListener( 'click', onClick );
jQuery( document.body ).on( 'updated_checkout', () => {
	openIfAwaited();
	awaited = null;
	markTelephone();
	tellMoved();
} );
watchErrors();
