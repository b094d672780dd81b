/** Printed by includes/Checkout/ClassicCheckout.php; its strings come translated, so that no i18n script has to load. */
export interface ClassicSettings {
	ajaxUrl: string;
	nonce: string;
	messages: { loadFailed: string; saveFailed: string };
}

interface JQueryCollection {
	on: (
		type: string,
		listener: ( event: unknown, ...data: unknown[] ) => void
	) => void;
	stop: () => void;
}

declare global {
	interface Window {
		sendcloudServicePointsClassic: ClassicSettings;
		/** WooCommerce's classic checkout speaks in jQuery events. */
		jQuery: ( target: Element | string ) => JQueryCollection;
	}
}

export const getSettings = () => window.sendcloudServicePointsClassic;
