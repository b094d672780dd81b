<?php
/**
 * The method of the official plugin's first generation.
 *
 * Keeps zones that still hold it working. It is not offered for new zones.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping;

final class LegacyServicePointMethod extends ServicePointMethod {

	public const ID        = 'service_point_shipping_method';
	public const PLUGIN_ID = 'sendcloudshipping_';

	/**
	 * The zone screen offers methods by asking a method without an instance whether it supports zones.
	 *
	 * @param string $feature Name of a feature.
	 */
	public function supports( $feature ): bool {
		return ( 'shipping-zones' !== $feature || 0 !== $this->instance_id ) && parent::supports( $feature );
	}

	/**
	 * Its carriers are comma-separated text.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	protected function carrier_fields(): array {
		return [
			'carrier_select' => [
				'title'       => __( 'Carriers', 'sendcloud-service-points' ),
				'type'        => 'text',
				'default'     => '',
				'placeholder' => 'dhl,postnl',
				'description' => __( 'Carrier codes separated by commas. Empty: all carriers enabled in your Sendcloud integration.', 'sendcloud-service-points' ),
				'desc_tip'    => true,
			],
		];
	}
}
