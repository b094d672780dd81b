<?php
/**
 * php wp-admin.php: a page of wp-admin as the merchant gets it, and on its last line whether WooCommerce had loaded its mails before us.
 *
 * What is loaded by when is decided while WordPress starts: hence a process of its own.
 */

declare( strict_types=1 );

$_SERVER['HTTP_HOST']      = '127.0.0.1';
$_SERVER['REQUEST_URI']    = '/wp-admin/tools.php';
$_SERVER['PHP_SELF']       = '/wp-admin/tools.php';
$_SERVER['REQUEST_METHOD'] = 'GET';

// Signed in, as far as WordPress looks.
function auth_redirect(): void {} // phpcs:ignore

$had_mails = null;
// WordPress takes over what is hooked before it is there.
// phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited
$wp_filter = [
	'determine_current_user' => [
		99 => [
			[
				'function'      => static fn (): int => 1,
				'accepted_args' => 0,
			],
		],
	],
	// Nothing of this visit is kept: it ends without a commit.
	'plugins_loaded'         => [
		-1 => [
			[
				'function'      => static fn () => $GLOBALS['wpdb']->query( 'START TRANSACTION' ),
				'accepted_args' => 0,
			],
		],
	],
	'pre_http_request'       => [
		10 => [
			[
				'function'      => static fn (): array => [ 'response' => [ 'code' => 503 ], 'body' => '' ], // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
				'accepted_args' => 0,
			],
		],
	],
	'admin_init'             => [
		-1 => [
			[
				'function'      => static function () use ( &$had_mails ): void {
					$had_mails = class_exists( 'WC_Email', false );
				},
				'accepted_args' => 0,
			],
		],
	],
];

require getenv( 'SHOP_PATH' ) . '/wp-admin/tools.php';

remove_all_actions( 'shutdown' );

echo "\n", $had_mails ? 'mails' : 'no mails'; // phpcs:ignore WordPress.Security.EscapeOutput
