<?php
/**
 * The customer has changed the service point of an order: mail to the merchant, in plain text.
 *
 * Override it by copying it to yourtheme/woocommerce/emails/plain/sendcloud-service-point-changed-by-customer.php.
 *
 * @package SendcloudServicePoints
 * @version 0.1.0
 *
 * @var WC_Order $order
 * @var string   $message
 * @var string   $point
 * @var string   $email_heading
 * @var string   $additional_content
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// phpcs:disable WordPress.Security.EscapeOutput.OutputNotEscaped -- Plain text: WooCommerce strips the tags of what it sends, and an escaped apostrophe would be read as such.
echo wp_strip_all_tags( $email_heading ) . "\n\n";
echo wp_strip_all_tags( $message ) . "\n\n";
echo wp_strip_all_tags( $point ) . "\n\n";
echo __( 'If you have made the label already, make a new one or tell the customer that the parcel goes to the old point.', 'sendcloud-service-points' ) . "\n\n";
echo esc_url_raw( $order->get_edit_order_url() ) . "\n";

if ( '' !== $additional_content ) {
	echo "\n" . wp_strip_all_tags( wptexturize( $additional_content ) ) . "\n";
}
