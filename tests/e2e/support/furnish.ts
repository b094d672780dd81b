/** Furnishes a shop for one test: zones, old methods, people and keys. */
import { expect } from '@playwright/test';
import type { OAuthKeys } from '../../sandbox/panel/oauth';
import type { WpAdmin } from '../pages/wp-admin';

interface Zone {
	id: number;
	name: string;
}

export async function addZone(
	admin: WpAdmin,
	name: string,
	country: string
): Promise< void > {
	const { id } = await admin.rest< Zone >( 'POST', 'shipping/zones', {
		name,
	} );
	await admin.rest( 'PUT', `shipping/zones/${ id }/locations`, [
		{ code: country, type: 'country' },
	] );
}

/** A method as Sendcloud's first plugin has left it in a zone; without settings, one that was never set up. */
export async function addOldMethod(
	admin: WpAdmin,
	zone: string,
	settings?: Record< string, string >,
	enabled = true
): Promise< void > {
	const zones = await admin.rest< Zone[] >( 'GET', 'shipping/zones' );
	const id = zones.find( ( { name } ) => name === zone )?.id;
	await admin.rest( 'POST', `/test-shop/v1/zones/${ id }/old-methods`, {
		settings,
		enabled,
	} );
}

/** Someone who signs in with the role's name. */
export async function addUser(
	admin: WpAdmin,
	role: string
): Promise< number > {
	const { id } = await admin.rest< { id: number } >( 'POST', '/wp/v2/users', {
		username: role,
		email: `${ role }@example.com`,
		password: 'password',
		roles: [ role ],
	} );
	return id;
}

/** As WooCommerce's screen of keys makes one. */
export async function addKey(
	admin: WpAdmin,
	user: number,
	permissions: 'read' | 'read_write'
): Promise< OAuthKeys > {
	await admin.signIn();
	await admin.page.goto(
		'/wp-admin/admin.php?page=wc-settings&tab=advanced&section=keys&create-key=1'
	);
	const nonce = /"update_api_nonce":"(\w+)"/.exec(
		await admin.page.content()
	)?.[ 1 ];
	const response = await admin.page.request.post(
		'/wp-admin/admin-ajax.php',
		{
			form: {
				action: 'woocommerce_update_api_key',
				security: nonce ?? '',
				key_id: 0,
				description: permissions,
				user,
				permissions,
			},
		}
	);
	expect( response, 'making a key' ).toBeOK();
	const { data } = await response.json();
	return {
		consumerKey: data.consumer_key,
		consumerSecret: data.consumer_secret,
	};
}
