<?php
/**
 * Can shoppers get into the shop?
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Checks;

use SendcloudServicePoints\Admin\Screens;
use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Finding;
use SendcloudServicePoints\Diagnostics\Group;
use SendcloudServicePoints\Diagnostics\Probes\Loopback;

final class ShopOnlineCheck extends Check {

	public const ID     = 'shop-online';
	public const GROUP  = Group::Shop;
	public const REMOTE = true;

	public function __construct( private readonly Loopback $loopback ) {}

	public function title(): string {
		return __( 'Shop is open', 'sendcloud-service-points' );
	}

	public function run(): Finding {
		if ( 'yes' === get_option( 'woocommerce_coming_soon' ) ) {
			return Finding::critical(
				'yes' === get_option( 'woocommerce_store_pages_only' )
					? __( 'The pages of the shop are set to "Coming soon": shoppers do not see the checkout.', 'sendcloud-service-points' )
					: __( 'The site is set to "Coming soon": shoppers do not see the checkout.', 'sendcloud-service-points' ),
				__( 'Set the visibility of the site to "Live" when the shop is ready.', 'sendcloud-service-points' )
			)->link( __( 'Site visibility', 'sendcloud-service-points' ), Screens::settings( 'site-visibility' ) );
		}
		$visit = $this->loopback->checkout();
		if ( 503 === $visit->status ) {
			return Finding::critical(
				__( 'The shop is in maintenance mode: visitors get "HTTP 503".', 'sendcloud-service-points' ),
				__( 'End the maintenance mode of WordPress, of a plugin or of your host.', 'sendcloud-service-points' )
			)->link( __( 'Plugins', 'sendcloud-service-points' ), Screens::wordpress( 'plugins.php' ) );
		}
		return match ( true ) {
			401 === $visit->status  => Finding::critical(
				__( 'A password protects the whole site (HTTP 401), so neither shoppers nor Sendcloud get in.', 'sendcloud-service-points' ),
				__( 'Take the password protection (basic authentication) off, or let /wp-json/ and the checkout through. It is set with your host or in the file .htaccess.', 'sendcloud-service-points' )
			),
			$visit->status >= 500   => Finding::critical(
				/* translators: %s: answer of the server, such as "HTTP 500". */
				sprintf( __( 'The checkout page breaks: %s.', 'sendcloud-service-points' ), $visit->outcome() ),
				__( 'The error log of PHP and the log of WooCommerce say where. Deactivate the plugin or theme they name.', 'sendcloud-service-points' )
			)->link( __( 'Logs', 'sendcloud-service-points' ), Screens::wordpress( 'admin.php?page=wc-status&tab=logs' ) ),
			$visit->status >= 400   => Finding::critical(
				/* translators: %s: answer of the server, such as "HTTP 404". */
				sprintf( __( 'A visitor does not get the checkout page: %s.', 'sendcloud-service-points' ), $visit->outcome() ),
				__( 'Open the checkout in a private window to see it. A firewall, a security plugin or broken permalinks are the usual reasons.', 'sendcloud-service-points' )
			)->link( __( 'Permalinks', 'sendcloud-service-points' ), Screens::wordpress( 'options-permalink.php' ) ),
			$visit->is_ok()         => Finding::good( __( 'Visitors get into the shop.', 'sendcloud-service-points' ) ),
			default                 => Finding::unknown(
				/* translators: %s: reason. */
				sprintf( __( 'The server cannot open its own pages: %s.', 'sendcloud-service-points' ), $visit->outcome() ),
				__( 'That need not concern shoppers, but WordPress needs it for scheduled tasks. Ask your host about loopback requests.', 'sendcloud-service-points' )
			)->link( __( 'Site Health', 'sendcloud-service-points' ), Screens::wordpress( 'site-health.php' ) ),
		};
	}
}
