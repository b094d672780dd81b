<?php
/**
 * One method that is, or was, converted.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\SendcloudPlugins\Migration;

use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Shipping\CarrierSetting;

final class Conversion {

	/** @param array<mixed>|null $settings As the new method will have them; null for one that was never set up. */
	public function __construct(
		public readonly string $zone,
		public readonly int $instance_id,
		public readonly bool $is_enabled,
		public readonly ?array $settings,
	) {}

	public function title(): string {
		$title = Fields::from_data( $this->settings )->string( 'title' );
		return '' === $title ? __( 'Service Point Delivery', 'sendcloud-service-points' ) : $title;
	}

	/**
	 * For people.
	 *
	 * @return array{zone: string, method: string, enabled: string, cost: string, carriers: string}
	 */
	public function to_row(): array {
		$settings = Fields::from_data( $this->settings );
		$carriers = CarrierSetting::parse( $settings->items( 'carrier_select_v2' ) );
		return [
			'zone'     => $this->zone,
			'method'   => $this->title() . " ($this->instance_id)",
			'enabled'  => $this->is_enabled ? __( 'Yes', 'sendcloud-service-points' ) : __( 'No', 'sendcloud-service-points' ),
			'cost'     => $settings->string( 'cost' ),
			'carriers' => [] === $carriers ? __( 'all', 'sendcloud-service-points' ) : implode( ', ', $carriers ),
		];
	}
}
