<?php
/**
 * The service point of an order has changed: mail to the customer.
 *
 * Override it by copying it to yourtheme/woocommerce/emails/sendcloud-service-point-changed.php.
 *
 * @package SendcloudServicePoints
 * @version 0.1.0
 *
 * @var WC_Order $order
 * @var string   $message            Not escaped.
 * @var string   $point              HTML; empty where the order goes to none any more.
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

<?php
echo wp_kses_post( $point );

if ( '' !== $additional_content ) {
	echo wp_kses_post( wpautop( wptexturize( $additional_content ) ) );
}

do_action( 'woocommerce_email_footer', $email );
