/**
 * Writes a shop's wp-config.php: its address, its database, its sandbox, and no word to the outside world.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { Shop } from './assemble';

/** With these Sendcloud's panel talks to the shop, as a merchant would give it. */
export const CONSUMER_KEY = `ck_${ '5e2dc10d'.repeat( 5 ) }`;
export const CONSUMER_SECRET = `cs_${ '5e2dc10d'.repeat( 5 ) }`;

const literal = ( value: string | boolean ): string =>
	typeof value === 'boolean'
		? String( value )
		: `'${ value.replace( /[\\']/g, '\\$&' ) }'`;

export function writeConfiguration( {
	name,
	url,
	folder,
	sandbox,
}: Omit< Shop, 'wordpress' | 'woocommerce' > ): void {
	const { env } = process;
	const constants: Record< string, string | boolean > = {
		DB_HOST: env[ 'DB_HOST' ] ?? 'localhost',
		DB_NAME: env[ 'DB_NAME' ] ?? 'wordpress',
		DB_USER: env[ 'DB_USER' ] ?? 'root',
		DB_PASSWORD: env[ 'DB_PASSWORD' ] ?? '',
		DB_CHARSET: 'utf8mb4',
		DB_COLLATE: '',
		WP_HOME: url,
		WP_SITEURL: url,
		WP_ENVIRONMENT_TYPE: 'local',
		WP_HTTP_BLOCK_EXTERNAL: true,
		WP_ACCESSIBLE_HOSTS: '127.0.0.1,localhost',
		WP_DEBUG: true,
		WP_DEBUG_LOG: path.join( folder, 'wp-content/debug.log' ),
		WP_DEBUG_DISPLAY: false,
		DISABLE_WP_CRON: true,
		AUTOMATIC_UPDATER_DISABLED: true,
		SHOP_SANDBOX: sandbox,
		SHOP_CONSUMER_KEY: CONSUMER_KEY,
		SHOP_CONSUMER_SECRET: CONSUMER_SECRET,
		SENDCLOUD_API_URL: `${ sandbox }/api/v3`,
		SENDCLOUD_SERVICE_POINTS_URL: `${ sandbox }/api/v2`,
		SENDCLOUD_TOKEN_URL: `${ sandbox }/oauth2/token/`,
	};
	for ( const key of [ 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ] ) {
		constants[ `${ key }_KEY` ] = `test shop ${ key } key`;
		constants[ `${ key }_SALT` ] = `test shop ${ key } salt`;
	}
	const lines = Object.entries( constants ).map(
		( [ constant, value ] ) =>
			`defined( '${ constant }' ) || define( '${ constant }', ${ literal(
				value
			) } );`
	);
	// A database server is shared by all shops, a SQLite file is not.
	const prefix = env[ 'DB_HOST' ]
		? `${ name.replace( /\W/g, '_' ) }_`
		: 'wp_';
	fs.writeFileSync(
		path.join( folder, 'wp-config.php' ),
		[
			'<?php',
			...lines,
			`$table_prefix = '${ prefix }';`,
			"defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );",
			"require_once ABSPATH . 'wp-settings.php';",
			'',
		].join( '\n' )
	);
}
