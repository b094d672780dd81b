<?php
/**
 * The customer has changed the service point of an order: mail to the merchant.
 *
 * Override it by copying it to yourtheme/woocommerce/emails/sendcloud-service-point-changed-by-customer.php.
 *
 * @package SendcloudServicePoints
 * @version 0.1.0
 *
 * @var WC_Order $order
 * @var string   $message            Not escaped.
 * @var string   $point              HTML.
 * @var string   $email_heading
 * @var string   $additional_content
 * @var bool     $sent_to_admin
 * @var bool     $plain_text
 * @var WC_Email $email
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// phpcs:disable WordPress.NamingConventions.PrefixAllGlobals -- WooCommerce's own hooks.
do_action( 'woocommerce_email_header', $email_heading, $email );
?>

<p><?php echo esc_html( $message ); ?></p>

<?php echo wp_kses_post( $point ); ?>

<p><?php esc_html_e( 'If you have made the label already, make a new one or tell the customer that the parcel goes to the old point.', 'sendcloud-service-points' ); ?></p>

<p><a class="link" href="<?php echo esc_url( $order->get_edit_order_url() ); ?>"><?php esc_html_e( 'View the order', 'sendcloud-service-points' ); ?></a></p>

<?php
if ( '' !== $additional_content ) {
	echo wp_kses_post( wpautop( wptexturize( $additional_content ) ) );
}

do_action( 'woocommerce_email_footer', $email );
