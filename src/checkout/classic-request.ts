/**
 * How the classic checkout stores a choice. Its settings are printed by includes/Checkout/ClassicCheckout.php; the strings come
 * translated, so that no i18n script has to load.
 */
export interface ClassicSettings {
	ajaxUrl: string;
	nonce: string;
	/** Whether the page is another one once a point is chosen: there is something to pay with then. */
	reloads?: boolean;
	messages: { loadFailed: string; saveFailed: string; tooFar: string };
}

declare global {
	interface Window {
		sendcloudServicePointsClassic: ClassicSettings;
	}
}

export const getSettings = () => window.sendcloudServicePointsClassic;

/** Answers what the shop said, or null when it said nothing that can be read. Without a point the choice is cleared. */
export async function postSelection(
	packageId: string,
	pointId: number | null,
	postNumber: string
): Promise< unknown > {
	const { ajaxUrl, nonce } = getSettings();
	try {
		const response = await fetch( ajaxUrl, {
			method: 'POST',
			credentials: 'same-origin',
			body: new URLSearchParams( {
				security: nonce,
				package_id: packageId,
				service_point_id: String( pointId ?? '' ),
				post_number: postNumber,
			} ),
		} );
		// A refused nonce is answered with "-1", a broken shop with HTML.
		return await response.json();
	} catch {
		return null;
	}
}
