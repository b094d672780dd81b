<?php
/**
 * Which shipping rates need a service point, and of which carriers.
 *
 * A rate is recognised by its method's id, or by its name, unless the merchant has decided in the method's settings.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping;

use WC_Cache_Helper;
use WC_Shipping_Rate;
use WC_Shipping_Zone_Data_Store;

final class RelayRates {

	private const OWN = [ ServicePointMethod::ID, LegacyServicePointMethod::ID ];

	/** Of the Dynamic Checkout in the official plugin's first generation, which draws a map of its own where they need one. */
	private const DYNAMIC = [ 'sc_service_point', 'sc_nominated_day', 'sc_same_day', 'sc_standard' ];

	/** Where the shopper collects at the shop, there is no service point to choose. */
	private const PICKUP = [ 'local_pickup', 'pickup_location', 'legacy_local_pickup' ];

	private const CACHE = 'sendcloud_service_points_relay_rates';

	public function __construct( private readonly MethodSettings $settings, private readonly MethodNames $names ) {}

	/**
	 * Forgets what can_exist() found when zones or settings change in ways that leave WooCommerce's own shipping version as it was.
	 */
	public function register(): void {
		$forget = static function (): void {
			delete_transient( self::CACHE );
		};

		add_action( 'woocommerce_shipping_zone_method_added', $forget );
		add_action( 'woocommerce_shipping_zone_method_deleted', $forget );
		add_action( 'woocommerce_shipping_zone_method_status_toggled', $forget );
		add_action( 'woocommerce_delete_shipping_zone', $forget );

		foreach ( [ 'added_option', 'updated_option', 'deleted_option' ] as $hook ) {
			add_action(
				$hook,
				static function ( mixed $option ) use ( $forget ): void {
					if ( is_string( $option ) && 1 === preg_match( '/_\d+_settings$/', $option ) ) {
						$forget();
					}
				}
			);
		}
	}

	public static function can_be_set( string $method_id ): bool {
		return ! in_array( $method_id, [ ...self::OWN, ...self::DYNAMIC, ...self::PICKUP ], true );
	}

	public static function is_pickup( string $method_id ): bool {
		return in_array( $method_id, self::PICKUP, true );
	}

	public function needs_service_point( WC_Shipping_Rate $rate ): bool {
		$needs = $this->recognises( $rate );

		// Methods outside zones, and those that name their rates as they please, show themselves only now.
		if ( $needs && ! $this->can_exist() ) {
			$this->remember( true );
		}

		return $needs;
	}

	/** The same about a rate that is not offered now: one of an order that may be old. */
	public function recognises( WC_Shipping_Rate $rate ): bool {
		$method_id = $rate->get_method_id();

		if ( self::is_pickup( $method_id ) || in_array( $method_id, self::DYNAMIC, true ) ) {
			return false;
		}

		/**
		 * Filters whether a shipping rate needs a service point.
		 *
		 * @param bool             $needs Whether the rate was recognised by its id, name or setting.
		 * @param WC_Shipping_Rate $rate  The rate offered.
		 */
		return (bool) apply_filters(
			'sendcloud_service_points_rate_needs_point',
			$this->recognition( $method_id, $rate->get_instance_id(), $rate->get_label() )->needs_point(),
			$rate
		);
	}

	/** @return list<string> Carrier codes, empty for all. */
	public function carriers( WC_Shipping_Rate $rate ): array {
		return $this->settings->carriers( $rate->get_method_id(), $rate->get_instance_id() );
	}

	/**
	 * Whether any zone can offer a rate that needs a point: without one, nothing of ours is loaded on the checkout.
	 */
	public function can_exist(): bool {
		if ( has_filter( 'sendcloud_service_points_rate_needs_point' ) ) {
			return true;
		}

		$cached = get_transient( self::CACHE );

		if ( is_array( $cached ) && $this->version() === ( $cached['version'] ?? null ) ) {
			return true === ( $cached['exist'] ?? false );
		}

		return $this->remember( $this->exist_in_zones() );
	}

	private function remember( bool $exist ): bool {
		// Without an expiry it is loaded with all other options, so that asking costs no query.
		set_transient(
			self::CACHE,
			[
				'version' => $this->version(),
				'exist'   => $exist,
			]
		);

		return $exist;
	}

	private function version(): string {
		return WC_Cache_Helper::get_transient_version( 'shipping' ) . $this->names->fingerprint();
	}

	private function exist_in_zones(): bool {
		$zones = new WC_Shipping_Zone_Data_Store();

		foreach ( [ 0, ...array_column( $zones->get_zones(), 'zone_id' ) ] as $zone_id ) {
			foreach ( $zones->get_methods( (int) $zone_id, true ) as $method ) {
				if ( $this->is_relay( (string) $method->method_id, (int) $method->instance_id ) ) {
					return true;
				}
			}
		}

		return false;
	}

	/** Whether this method, enabled or not, is one whose rates need a point. */
	public function is_relay( string $method_id, int $instance_id ): bool {
		return $this->recognition( $method_id, $instance_id )->needs_point();
	}

	/** @param string $label The rate's, which some methods do not take from their title. */
	public function recognition( string $method_id, int $instance_id, string $label = '' ): Recognition {
		if ( in_array( $method_id, self::OWN, true ) ) {
			return Recognition::ById;
		}
		if ( ! self::can_be_set( $method_id ) ) {
			return Recognition::None;
		}
		return match ( $this->settings->needs_point( $method_id, $instance_id ) ) {
			true  => Recognition::Always,
			false => Recognition::Never,
			null  => $this->names->recognise( $label ) || $this->names->recognise( $this->settings->title( $method_id, $instance_id ) )
				? Recognition::ByName
				: Recognition::None,
		};
	}
}
