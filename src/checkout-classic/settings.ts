/** Printed by includes/Checkout/ClassicCheckout.php; its strings come translated, so that no i18n script has to load. */
export interface ClassicSettings {
	ajaxUrl: string;
	nonce: string;
	messages: { loadFailed: string; saveFailed: string };
}

declare global {
	interface Window {
		sendcloudServicePointsClassic: ClassicSettings;
	}
}

export const getSettings = () => window.sendcloudServicePointsClassic;
