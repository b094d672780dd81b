<?php
/**
 * One integration of the Sendcloud account.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud;

use SendcloudServicePoints\Domain\Fields;

final class Integration {

	/**
	 * @param list<string> $carriers      Codes of those whose service points it offers.
	 * @param int|null     $failing_since Unix time; null while Sendcloud can read the shop.
	 * @param int|null     $last_fetch    Unix time; null before the first.
	 */
	private function __construct(
		public readonly int $id,
		public readonly string $name,
		public readonly string $type,
		public readonly string $shop_url,
		public readonly bool $has_service_points,
		public readonly array $carriers,
		public readonly ?int $failing_since,
		public readonly ?int $last_fetch,
	) {}

	/** Null when it has no id. */
	public static function from_fields( Fields $fields ): ?self {
		$id = $fields->integer( 'id' );
		return null === $id || $id < 1 ? null : new self(
			$id,
			$fields->string( 'shop_name' ),
			self::either( $fields, 'type', 'system' ),
			$fields->string( 'shop_url' ),
			$fields->boolean( 'service_point_enabled', false ),
			$fields->strings( 'service_point_carriers' ),
			self::time( self::either( $fields, 'started_failing_at', 'failing_since' ) ),
			self::time( self::either( $fields, 'last_fetched_at', 'last_fetch' ) ),
		);
	}

	/**
	 * @param list<self> $integrations
	 * @return list<string> Codes of the carriers whose service points they offer.
	 */
	public static function carriers_of( array $integrations ): array {
		$carriers = [];
		foreach ( $integrations as $integration ) {
			array_push( $carriers, ...( $integration->has_service_points ? $integration->carriers : [] ) );
		}
		sort( $carriers );
		return array_values( array_unique( $carriers ) );
	}

	/** Takes orders from the Orders API; every other kind fetches them from the shop itself. */
	public function takes_orders(): bool {
		return 'api' === $this->type;
	}

	/** Fetches the orders of a WooCommerce shop, of any generation of the connection. */
	public function is_woocommerce(): bool {
		return str_starts_with( $this->type, 'woocommerce' );
	}

	/** Whether it fetches the orders of the shop at this address. */
	public function fetches_orders_of( string $shop_url ): bool {
		$host = wp_parse_url( $this->shop_url, PHP_URL_HOST );
		return $this->is_woocommerce() && is_string( $host ) && wp_parse_url( $shop_url, PHP_URL_HOST ) === $host;
	}

	/** API v3's name of a field, or v2's: which of them v3 really uses, its specification leaves open. */
	private static function either( Fields $fields, string $v3, string $v2 ): string {
		$value = $fields->string( $v3 );
		return '' === $value ? $fields->string( $v2 ) : $value;
	}

	private static function time( string $iso ): ?int {
		$time = strtotime( $iso );
		return false === $time ? null : $time;
	}
}
