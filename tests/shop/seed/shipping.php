<?php
/**
 * Zones: every way a rate can need a service point, and one that never does.
 */

declare( strict_types=1 );

const SHOP_METHOD_PREFIXES = [
	'service_point_v2_shipping_method' => 'sendcloudshipping_v2_',
	'service_point_shipping_method'    => 'sendcloudshipping_',
];

/**
 * Adds a method to a zone, with its settings under the key its own class reads. Written to the tables, since a zone also keeps methods
 * whose plugin is not there.
 *
 * @param array<string, mixed> $settings
 */
function shop_seed_method( WC_Shipping_Zone $zone, string $type, array $settings ): void {
	global $wpdb;
	$wpdb->insert( // phpcs:ignore WordPress.DB.DirectDatabaseQuery.DirectQuery
		"{$wpdb->prefix}woocommerce_shipping_zone_methods",
		[
			'zone_id'      => $zone->get_id(),
			'method_id'    => $type,
			'method_order' => 1 + count( $zone->get_shipping_methods() ),
			'is_enabled'   => 1,
		]
	);
	$prefix = SHOP_METHOD_PREFIXES[ $type ] ?? 'woocommerce_';
	update_option( "{$prefix}{$type}_{$wpdb->insert_id}_settings", $settings );
}

/** @param list<string> $countries */
function shop_seed_zone( string $name, array $countries ): WC_Shipping_Zone {
	$zone = new WC_Shipping_Zone();
	$zone->set_zone_name( $name );
	foreach ( $countries as $country ) {
		$zone->add_location( $country, 'country' );
	}
	$zone->save();
	return $zone;
}

/**
 * @param array<string, string> $more
 * @return array<string, string>
 */
function shop_flat_rate( string $title, string $cost, array $more = [] ): array {
	return [
		'title'      => $title,
		'tax_status' => 'taxable',
		'cost'       => $cost,
	] + $more;
}

/** @return array<string, mixed> */
function shop_relay( string $cost, string ...$carriers ): array {
	return [
		'title'             => 'Service Point Delivery',
		'tax_status'        => 'taxable',
		'cost'              => $cost,
		'carrier_select_v2' => $carriers,
		// Of the first generation.
		'carrier_select'    => implode( ', ', $carriers ),
	];
}

function shop_seed_shipping( int $bulky ): void {
	$relay = shop_has_first_official() ? 'service_point_shipping_method' : 'service_point_v2_shipping_method';

	$france = shop_seed_zone( 'France', [ 'FR' ] );
	shop_seed_method( $france, 'flat_rate', shop_flat_rate( 'Home delivery', '6.90', [ "class_cost_{$bulky}" => '25.00' ] ) );
	shop_seed_method( $france, $relay, shop_relay( '3.90' ) );

	$benelux = shop_seed_zone( 'Netherlands and Belgium', [ 'NL', 'BE' ] );
	shop_seed_method( $benelux, 'flat_rate', shop_flat_rate( 'Home delivery', '7.50' ) );
	shop_seed_method( $benelux, $relay, shop_relay( '4.50', 'postnl', 'dhl' ) );

	$germany = shop_seed_zone( 'Germany', [ 'DE' ] );
	shop_seed_method( $germany, 'flat_rate', shop_flat_rate( 'Home delivery', '8.00' ) );
	shop_seed_method( $germany, $relay, shop_relay( '4.90', 'dhl' ) );

	// Recognised by its name.
	$spain = shop_seed_zone( 'Spain', [ 'ES' ] );
	shop_seed_method( $spain, 'flat_rate', shop_flat_rate( 'Home delivery', '9.00' ) );
	shop_seed_method( $spain, 'flat_rate', shop_flat_rate( 'Livraison en point relais', '5.00' ) );

	// Recognised by its setting.
	$italy = shop_seed_zone( 'Italy', [ 'IT' ] );
	shop_seed_method( $italy, 'flat_rate', shop_flat_rate( 'Home delivery', '9.00' ) );
	shop_seed_method( $italy, 'flat_rate', shop_flat_rate( 'Ritiro', '5.00', [ 'sendcloud_service_points' => 'yes' ] ) );

	shop_seed_method( new WC_Shipping_Zone( 0 ), 'flat_rate', shop_flat_rate( 'International delivery', '19.00' ) );
	WC_Cache_Helper::get_transient_version( 'shipping', true );
}
