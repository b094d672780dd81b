import type { FrontendConfig, PickerApi } from '../types/domain';

declare global {
	interface Window {
		sendcloudServicePointsConfig?: FrontendConfig;
		sendcloudServicePoints?: PickerApi;
	}
}

/** What PHP printed for the page. Without it nothing of ours can work, hence the exception. */
export function getConfig(): FrontendConfig {
	const config = window.sendcloudServicePointsConfig;
	if ( ! config ) {
		throw new Error( 'window.sendcloudServicePointsConfig is missing.' );
	}
	return config;
}
