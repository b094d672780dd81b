/**
 * What this plugin asks of jQuery, which WooCommerce's classic checkout brings: its events.
 */

declare module 'jquery' {
	/** WooCommerce's classic checkout speaks in jQuery events. */
	export default function jQuery( target: Document | Element | string ): {
		on: {
			( type: string, listener: () => void ): void;
			(
				type: 'ajaxSend',
				listener: (
					event: unknown,
					request: PromiseLike< unknown >,
					settings: { url: string }
				) => void
			): void;
		};
		stop: () => void;
		trigger: ( type: string ) => void;
	};
}
