<?php
/**
 * What a method's stored instance settings say about service points.
 *
 * Reads the option itself, since building the method's object costs queries on every cart refresh.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping;

use WC_Shipping_Method;
use WC_Shipping_Zones;

final class MethodSettings {

	/** Of the field that any other method has. */
	public const CARRIERS = 'sendcloud_service_points_carriers';

	private const NO_PRICE = [ 'title', 'carrier_select', 'carrier_select_v2', RecognitionSetting::KEY, self::CARRIERS, LimitSetting::KEY ];

	/** Prefixes of the options of methods that do not use WooCommerce's own. */
	private const PREFIXES = [
		ServicePointMethod::ID       => ServicePointMethod::PLUGIN_ID,
		LegacyServicePointMethod::ID => LegacyServicePointMethod::PLUGIN_ID,
	];

	/** @var array<int, array<mixed>> Settings of methods with a prefix of their own, by instance. */
	private array $unusual = [];

	public function title( string $method_id, int $instance_id ): string {
		$title = $this->read( $method_id, $instance_id )['title'] ?? '';

		return is_string( $title ) ? $title : '';
	}

	/** @return bool|null Whether it needs a point, by the merchant's word; null where there is none. */
	public function needs_point( string $method_id, int $instance_id ): ?bool {
		return RecognitionSetting::parse( $this->read( $method_id, $instance_id )[ RecognitionSetting::KEY ] ?? null );
	}

	/** @return list<string> Empty for all. */
	public function carriers( string $method_id, int $instance_id ): array {
		$settings = $this->read( $method_id, $instance_id );

		return CarrierSetting::parse(
			match ( $method_id ) {
				ServicePointMethod::ID       => $settings['carrier_select_v2'] ?? $settings['carrier_select'] ?? [],
				LegacyServicePointMethod::ID => $settings['carrier_select'] ?? [],
				default                      => $settings[ self::CARRIERS ] ?? [],
			}
		);
	}

	/**
	 * What makes the price of a method: all that is not about its name and its points.
	 *
	 * @return array<mixed>
	 */
	public function price( string $method_id, int $instance_id ): array {
		$price = array_diff_key( $this->read( $method_id, $instance_id ), array_flip( self::NO_PRICE ) );
		ksort( $price );

		return $price;
	}

	/** @return list<Limit> */
	public function limits( string $method_id, int $instance_id ): array {
		return LimitSetting::parse( $this->read( $method_id, $instance_id )[ LimitSetting::KEY ] ?? '' );
	}

	/** @return array<mixed> */
	private function read( string $method_id, int $instance_id ): array {
		if ( 0 === $instance_id ) {
			return [];
		}

		$prefix   = self::PREFIXES[ $method_id ] ?? 'woocommerce_';
		$settings = get_option( "{$prefix}{$method_id}_{$instance_id}_settings" );

		return is_array( $settings ) ? $settings : $this->unusual( $instance_id );
	}

	/** @return array<mixed> */
	private function unusual( int $instance_id ): array {
		if ( ! isset( $this->unusual[ $instance_id ] ) ) {
			$method   = WC_Shipping_Zones::get_shipping_method( $instance_id );
			$settings = $method instanceof WC_Shipping_Method ? get_option( $method->get_instance_option_key() ) : [];

			$this->unusual[ $instance_id ] = is_array( $settings ) ? $settings : [];
		}

		return $this->unusual[ $instance_id ];
	}
}
