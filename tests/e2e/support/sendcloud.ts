/** What Sendcloud's integration "WooCommerce V2" tells a shop, with a key of WooCommerce. */
import { signedUrl, type OAuthKeys } from '../../sandbox/panel/oauth';
import { CONSUMER_KEY, CONSUMER_SECRET } from '../../shop/configuration';

/** The key that a merchant has given to Sendcloud. */
export const SENDCLOUD_KEYS: OAuthKeys = {
	consumerKey: CONSUMER_KEY,
	consumerSecret: CONSUMER_SECRET,
};

interface Answer {
	status: number;
	body: Record< string, unknown >;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export class Sendcloud {
	constructor(
		private readonly shopUrl: string,
		private readonly keys: OAuthKeys | null = SENDCLOUD_KEYS
	) {}

	async call(
		method: Method,
		path: string,
		data?: object
	): Promise< Answer > {
		const url = `${ this.shopUrl }/wp-json/wc-sendcloudshipping/v2/${ path }`;
		const response = await fetch(
			this.keys ? signedUrl( method, url, {}, this.keys ) : url,
			{
				method,
				headers: { 'Content-Type': 'application/json' },
				...( data && { body: JSON.stringify( data ) } ),
			}
		);
		return { status: response.status, body: await response.json() };
	}

	async switchOn(): Promise< Answer > {
		return this.call( 'POST', 'service_point', {
			script_url: 'https://embed.sendcloud.sc/spp/woocommerce.js',
			carriers: {
				chronopost: 'Chronopost',
				dhl: 'DHL',
				mondial_relay: 'Mondial Relay',
				postnl: 'PostNL',
			},
		} );
	}

	async switchOff(): Promise< Answer > {
		return this.call( 'DELETE', 'service_point' );
	}
}
