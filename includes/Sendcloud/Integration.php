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

	private function __construct(
		public readonly int $id,
		public readonly string $name,
		public readonly string $type,
		public readonly string $shop_url,
	) {}

	/** Null when it has no id. */
	public static function from_fields( Fields $fields ): ?self {
		$id = $fields->integer( 'id' );
		return null === $id || $id < 1 ? null : new self( $id, $fields->string( 'shop_name' ), $fields->string( 'type' ), $fields->string( 'shop_url' ) );
	}

	/** Takes orders from the Orders API; every other kind fetches them from the shop itself. */
	public function takes_orders(): bool {
		return 'api' === $this->type;
	}

	/** Whether it fetches the orders of the shop at this address. */
	public function fetches_orders_of( string $shop_url ): bool {
		$host = wp_parse_url( $this->shop_url, PHP_URL_HOST );
		return str_starts_with( $this->type, 'woocommerce' ) && is_string( $host ) && wp_parse_url( $shop_url, PHP_URL_HOST ) === $host;
	}
}
