/**
 * The list of steps in a corner of the page. Plain DOM: React on the page would hide that the picker cannot load its own.
 */
import { __ } from '@wordpress/i18n';
import type { Outcome } from './outcome';
import type { Step } from './steps';

function add< Tag extends keyof HTMLElementTagNameMap >(
	parent: Element,
	tag: Tag,
	className: string,
	text = ''
): HTMLElementTagNameMap[ Tag ] {
	const element = document.createElement( tag );
	element.className = className;
	element.textContent = text;
	parent.append( element );
	return element;
}

const words = () => ( {
	waiting: __( 'Waiting', 'sendcloud-service-points' ),
	running: __( 'Testing…', 'sendcloud-service-points' ),
	skipped: __( 'Not tested', 'sendcloud-service-points' ),
	good: __( 'Works', 'sendcloud-service-points' ),
	note: __( 'Note', 'sendcloud-service-points' ),
	bad: __( 'Fails', 'sendcloud-service-points' ),
} );

export class Overlay {
	readonly #root: HTMLElement;
	readonly #list: HTMLElement;
	readonly #status: HTMLElement;
	readonly #items = new Map< string, HTMLElement >();

	constructor( diagnosticsUrl: string, onRunAgain: () => void ) {
		this.#root = add( document.body, 'section', 'scsp-self-test' );
		const title = __(
			'Self-test of the service points',
			'sendcloud-service-points'
		);
		this.#root.setAttribute( 'aria-label', title );
		// Above the picker, which is in the browser's top layer.
		this.#root.popover = 'manual';
		add( this.#root, 'h2', 'scsp-self-test__title', title );
		this.#list = add( this.#root, 'ol', 'scsp-self-test__steps' );
		this.#status = add( this.#root, 'p', 'scsp-self-test__status' );
		this.#status.setAttribute( 'role', 'status' );

		const buttons = add( this.#root, 'p', 'scsp-self-test__buttons' );
		const again = add(
			buttons,
			'button',
			'',
			__( 'Run again', 'sendcloud-service-points' )
		);
		again.addEventListener( 'click', onRunAgain );
		const close = add(
			buttons,
			'button',
			'',
			__( 'Close', 'sendcloud-service-points' )
		);
		close.addEventListener( 'click', () => this.#root.remove() );
		[ again, close ].forEach( ( button ) => ( button.type = 'button' ) );
		add(
			buttons,
			'a',
			'',
			__( 'Diagnostics', 'sendcloud-service-points' )
		).href = diagnosticsUrl;
		this.raise();
	}

	/** What entered the top layer last is on top. */
	raise(): void {
		if ( 'showPopover' in this.#root && this.#root.isConnected ) {
			this.#root.hidePopover();
			this.#root.showPopover();
		}
	}

	start( steps: Step[] ): void {
		this.#list.replaceChildren();
		this.#status.textContent = '';
		for ( const { id, title } of steps ) {
			const item = add( this.#list, 'li', '' );
			item.dataset[ 'step' ] = id;
			add( item, 'strong', '', title );
			add( item, 'span', 'scsp-self-test__state' );
			add( item, 'span', 'scsp-self-test__text' );
			this.#items.set( id, item );
			this.mark( id, 'waiting' );
		}
	}

	mark(
		id: string,
		state: keyof ReturnType< typeof words >,
		text = ''
	): void {
		const item = this.#items.get( id );
		if ( item ) {
			item.dataset[ 'state' ] = state;
			const [ , label, detail ] = Array.from( item.children );
			label?.replaceChildren( words()[ state ] );
			detail?.replaceChildren( text );
		}
	}

	finish( outcomes: Outcome[] ): void {
		const isBad = outcomes.some( ( { status } ) => status === 'bad' );
		this.#root.dataset[ 'result' ] = isBad ? 'bad' : 'good';
		this.#status.textContent = isBad
			? __(
					'Shoppers cannot choose a service point here.',
					'sendcloud-service-points'
				)
			: __(
					'Shoppers can choose a service point here.',
					'sendcloud-service-points'
				);
	}
}
