<?php
/**
 * Visits the shop's own pages as a shopper who is not logged in, each once for all checks of a run.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Probes;

final class Loopback {

	/** Seconds. */
	private const TIMEOUT = 10;

	/** @var array<string, HttpVisit> */
	private array $visits = [];

	/** The checkout, or the cart that WooCommerce leads to while the cart is empty. */
	public function checkout(): HttpVisit {
		return $this->visit( wc_get_checkout_url() );
	}

	public function visit( string $url ): HttpVisit {
		return $this->visits[ $url ] ??= self::ask( $url );
	}

	private static function ask( string $url ): HttpVisit {
		$answer = wp_remote_get(
			$url,
			[
				'timeout'             => self::TIMEOUT,
				'limit_response_size' => 1024 * 1024,
				// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WordPress' own, for shops whose certificate is self-made.
				'sslverify'           => (bool) apply_filters( 'https_local_ssl_verify', false, $url ),
			]
		);
		return is_wp_error( $answer ) ? HttpVisit::failed( $answer->get_error_message() ) : HttpVisit::answered( $answer );
	}
}
