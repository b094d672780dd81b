<?php
/**
 * Can Sendcloud and shoppers reach the shop, and safely?
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Checks;

use SendcloudServicePoints\Admin\Screens;
use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Finding;
use SendcloudServicePoints\Diagnostics\Group;

final class AddressCheck extends Check {

	public const ID    = 'address';
	public const GROUP = Group::Shop;

	public function __construct( private readonly string $environment ) {}

	public function title(): string {
		return __( 'Address of the shop', 'sendcloud-service-points' );
	}

	public function run(): Finding {
		$host = strtolower( (string) wp_parse_url( home_url(), PHP_URL_HOST ) );
		if ( ! self::is_public( $host ) ) {
			/* translators: %s: host name. */
			$summary = sprintf( __( 'Nobody outside your network can reach %s, Sendcloud neither: it cannot fetch orders.', 'sendcloud-service-points' ), $host );
			return $this->is_local()
				? Finding::info( $summary )
				: Finding::recommended( $summary, __( 'Move the shop to a public address before it opens.', 'sendcloud-service-points' ) )
					->link( __( 'Address', 'sendcloud-service-points' ), Screens::wordpress( 'options-general.php' ) );
		}
		if ( 'https' !== wp_parse_url( home_url(), PHP_URL_SCHEME ) ) {
			$summary = __( 'The shop does not use HTTPS. Browsers then do not let shoppers search near their position, and warn them at the checkout.', 'sendcloud-service-points' );
			return $this->is_local()
				? Finding::info( $summary )
				: Finding::recommended( $summary, __( 'Ask your host for a certificate, then switch WordPress to HTTPS in Site Health.', 'sendcloud-service-points' ) )
					->link( __( 'Site Health', 'sendcloud-service-points' ), Screens::wordpress( 'site-health.php' ) );
		}
		return Finding::good( __( 'The shop has a public address and uses HTTPS.', 'sendcloud-service-points' ) );
	}

	/** A shop on a developer's machine is not public and has no certificate: nothing to alarm anybody about. */
	private function is_local(): bool {
		return in_array( $this->environment, [ 'local', 'development' ], true );
	}

	private static function is_public( string $host ): bool {
		$host = trim( $host, '[]' );
		if ( false !== filter_var( $host, FILTER_VALIDATE_IP ) ) {
			return false !== filter_var( $host, FILTER_VALIDATE_IP, FILTER_FLAG_NO_PRIV_RANGE | FILTER_FLAG_NO_RES_RANGE );
		}
		// Names that are reserved, RFC 2606 and 6762, or have no domain at all.
		return str_contains( $host, '.' ) && 1 !== preg_match( '/\.(test|local|localhost|invalid|internal|lan)$/', $host );
	}
}
