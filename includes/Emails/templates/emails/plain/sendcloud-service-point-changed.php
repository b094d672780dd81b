<?php
/**
 * The service point of an order has changed: mail to the customer, in plain text.
 *
 * Override it by copying it to yourtheme/woocommerce/emails/plain/sendcloud-service-point-changed.php.
 *
 * @package SendcloudServicePoints
 * @version 0.1.0
 *
 * @var WC_Order $order
 * @var string   $message
 * @var string   $point              Empty where the order goes to none any more.
 * @var string   $email_heading
 * @var string   $additional_content
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// phpcs:disable WordPress.Security.EscapeOutput.OutputNotEscaped -- Plain text: WooCommerce strips the tags of what it sends, and an escaped apostrophe would be read as such.
echo wp_strip_all_tags( $email_heading ) . "\n\n";
echo wp_strip_all_tags( $message ) . "\n\n";

if ( '' !== $point ) {
	echo wp_strip_all_tags( $point ) . "\n\n";
}
if ( '' !== $additional_content ) {
	echo wp_strip_all_tags( wptexturize( $additional_content ) ) . "\n";
}
