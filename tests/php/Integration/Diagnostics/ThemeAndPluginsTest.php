<?php
/**
 * Themes and plugins in the way, installed for real.
 *
 * @package SendcloudServicePoints
 */

// phpcs:disable WordPress.WP.EnqueuedResources -- The tags are what is looked at.

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Diagnostics;

use WC_Shipping_Zones;
use WC_Webhook;

final class ThemeAndPluginsTest extends DiagnosticsTestCase {

	public function test_templates_without_room_for_the_button_are_found(): void {
		self::assert_found( 'good', 'own templates', $this->diagnose( 'theme-templates' ) );
		$this->set_checkout_content( '[woocommerce_checkout]' );
		$this->use_theme(
			[
				'woocommerce/checkout/review-order.php' => '<?php /** @version 5.2.0 */ wc_cart_totals_shipping_html();',
				'woocommerce/cart/cart-shipping.php'    => '<?php // do_action( "woocommerce_after_shipping_rate" ) is only a comment.',
			]
		);
		$result = $this->diagnose( 'theme-templates' );
		self::assert_found( 'critical', 'themes/scsp-test/woocommerce/checkout/review-order.php', $result );
		self::assertStringContainsString( 'woocommerce_review_order_after_shipping', implode( $result['details'] ) );
	}

	public function test_a_form_that_loads_no_script_is_found(): void {
		$this->set_checkout_content( '[woocommerce_checkout]' );
		$this->use_theme( [ 'woocommerce/checkout/form-checkout.php' => '<?php do_action( "woocommerce_checkout_order_review" );' ] );
		self::assert_found( 'critical', 'woocommerce_before_checkout_form', $this->diagnose( 'theme-templates' ) );
	}

	public function test_a_theme_that_builds_the_checkout_from_other_files_is_not_accused(): void {
		$this->set_checkout_content( '[woocommerce_checkout]' );
		$this->use_theme( [ 'woocommerce/checkout/form-checkout.php' => '<?php get_template_part( "checkout" );' ] );
		self::assert_found( 'unknown', 'self-test', $this->diagnose( 'theme-templates' ) );
	}

	public function test_templates_of_the_other_checkout_are_no_problem(): void {
		$this->use_theme( [ 'woocommerce/checkout/form-checkout.php' => '<?php echo 1;' ] );
		self::assert_found( 'info', 'does without them', $this->diagnose( 'theme-templates' ) );
	}

	public function test_an_outdated_template_is_found_and_a_current_one_is_not(): void {
		$this->set_checkout_content( '[woocommerce_checkout]' );
		$template = WC()->plugin_path() . '/templates/cart/cart-shipping.php';
		$code     = (string) file_get_contents( $template );
		$theme    = $this->use_theme( [ 'woocommerce/cart/cart-shipping.php' => $code ] );
		self::assert_found( 'good', 'everything service points need', $this->diagnose( 'theme-templates' ) );
		file_put_contents( "{$theme}/woocommerce/cart/cart-shipping.php", preg_replace( '/@version\s+[\d.]+/', '@version 3.0.0', $code ) );
		self::assert_found( 'recommended', '3.0.0', $this->diagnose( 'theme-templates' ) );
	}

	public function test_code_of_the_theme_and_of_snippets_is_named_with_its_file(): void {
		self::assert_found( 'good', 'No code', $this->diagnose( 'foreign-callbacks' ) );
		$theme = $this->use_theme( [ 'functions.php' => "<?php\nadd_action( 'woocommerce_thankyou', static function () {} );" ] );
		require "{$theme}/functions.php";
		eval( "add_filter( 'woocommerce_payment_complete_order_status', static fn () => 'packing' );" ); // phpcs:ignore
		$result = $this->diagnose( 'foreign-callbacks' );
		self::assert_found( 'info', 'woocommerce_thankyou: themes/scsp-test/functions.php:2', $result );
		self::assertStringContainsString( 'woocommerce_payment_complete_order_status', $result['details'][1] );
	}

	public function test_a_plugin_that_hijacks_the_checkout_is_found(): void {
		self::assert_found( 'good', 'in place', $this->diagnose( 'own-hooks' ) );
		remove_all_actions( 'woocommerce_after_shipping_rate' );
		remove_all_actions( 'woocommerce_store_api_checkout_update_order_from_request' );
		$result = $this->diagnose( 'own-hooks' );
		self::assert_found( 'critical', 'remove_all_actions', $result );
		self::assertSame( [ 'woocommerce_after_shipping_rate', 'woocommerce_store_api_checkout_update_order_from_request' ], $result['details'] );
	}

	public function test_plugins_of_sendcloud_that_fight_are_found(): void {
		self::assert_found( 'good', 'No other plugin', $this->diagnose( 'official-plugin' ) );
		$this->activate( 'sendcloud-connected-shipping/sendcloud-connected-shipping.php', 'Sendcloud Shipping', '1.0.32' );
		self::assert_found( 'good', 'connects the shop', $this->diagnose( 'official-plugin' ) );
		$this->activate( 'sendcloud-shipping/sendcloud-shipping.php', 'Sendcloud V1', '2.4.5' );
		self::assert_found( 'critical', 'Sendcloud V1 2.4.5', $this->diagnose( 'official-plugin' ) );
	}

	public function test_old_and_other_plugins_of_sendcloud_are_found(): void {
		$active = get_option( 'active_plugins' );
		foreach (
			[
				'sendcloud-shipping/sendcloud-shipping.php' => [ '2.4.5', 'first generation' ],
				'sendcloud-dynamic-checkout/plugin.php'     => [ '1.0', 'Dynamic Checkout' ],
				'sendcloud-connected-shipping/sendcloud-connected-shipping.php' => [ '1.0.31', 'revoke the key' ],
			] as $file => [ $version, $words ]
		) {
			update_option( 'active_plugins', $active );
			$this->activate( $file, 'Sendcloud', $version );
			self::assert_found( 'recommended', $words, $this->diagnose( 'official-plugin' ) );
		}
	}

	public function test_a_connection_of_sendclouds_plugin_without_key_or_webhook_is_found(): void {
		global $wpdb;
		$this->activate( 'sendcloud-connected-shipping/sendcloud-connected-shipping.php', 'Sendcloud', '1.0.32' );
		$webhook = new WC_Webhook();
		$webhook->set_name( 'Sendcloud order updated' );
		$webhook->set_topic( 'order.updated' );
		$webhook->set_delivery_url( 'https://panel.sendcloud.sc/hook' );
		$webhook->set_status( 'disabled' );
		$webhook->save();
		self::assert_found( 'recommended', 'Sendcloud order updated', $this->diagnose( 'official-plugin' ) );

		$customer = get_user_by( 'email', 'camille@example.com' );
		$wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->prefix}woocommerce_api_keys SET user_id = %d", $customer->ID ) );
		self::assert_found( 'critical', 'may no longer', $this->diagnose( 'official-plugin' ) );
		$wpdb->query( "DELETE FROM {$wpdb->prefix}woocommerce_api_keys" );
		self::assert_found( 'critical', 'is gone', $this->diagnose( 'official-plugin' ) );
	}

	public function test_another_pickup_plugin_is_named_and_two_buttons_are_found(): void {
		self::assert_found( 'good', 'No other plugin', $this->diagnose( 'other-pickup-plugins' ) );
		$this->activate( 'packeta-test/packeta.php', 'Packeta' );
		self::assert_found( 'info', 'without a shipping method in the zones of Sendcloud: Packeta', $this->diagnose( 'other-pickup-plugins' ) );

		$this->make_folder(
			WP_PLUGIN_DIR . '/packeta-test/method',
			[ 'method.php' => '<?php class SCSP_Packeta_Test extends WC_Shipping_Flat_Rate { public function __construct( $id = 0 ) { parent::__construct( $id ); } public function init() { $this->id = "scsp_packeta"; parent::init(); } }' ]
		);
		require_once WP_PLUGIN_DIR . '/packeta-test/method/method.php';
		add_filter( 'woocommerce_shipping_methods', static fn ( array $methods ): array => $methods + [ 'scsp_packeta' => 'SCSP_Packeta_Test' ] );
		WC()->shipping()->load_shipping_methods();
		$zone     = WC_Shipping_Zones::get_zone( (int) array_column( WC_Shipping_Zones::get_zones(), 'zone_id', 'zone_name' )['France'] );
		$instance = $zone->add_shipping_method( 'scsp_packeta' );
		update_option( "woocommerce_scsp_packeta_{$instance}_settings", [ 'title' => 'Packeta' ] );
		self::assert_found( 'info', 'France: Packeta', $this->diagnose( 'other-pickup-plugins' ) );
		update_option( "woocommerce_scsp_packeta_{$instance}_settings", [ 'title' => 'Point relais Packeta' ] );
		self::assert_found( 'recommended', 'two buttons', $this->diagnose( 'other-pickup-plugins' ) );
		delete_option( "woocommerce_scsp_packeta_{$instance}_settings" );
		add_filter( 'woocommerce_shipping_method_title', static fn ( string $title, string $id ): string => 'scsp_packeta' === $id ? 'Relais colis' : $title, 10, 2 );
		self::assert_found( 'recommended', 'France: Relais colis', $this->diagnose( 'other-pickup-plugins' ) );
	}

	public function test_script_optimisers_are_named(): void {
		self::assert_found( 'good', 'No plugin', $this->diagnose( 'optimizers' ) );
		$this->activate( 'autoptimize/autoptimize.php' );
		$this->activate( 'breeze/breeze.php' );
		$this->server()->answer( '/', 200, [], '<script src="/cdn-cgi/scripts/7d0fa10a/cloudflare-static/rocket-loader.min.js"></script>' );
		self::assert_found( 'info', 'Autoptimize, Breeze, and Cloudflare Rocket Loader', $this->diagnose( 'optimizers' ) );
	}

	/** Out of line, they would run before jQuery and WooCommerce's scripts: seen with Autoptimize 3.1.15 and LiteSpeed Cache 7.8. */
	public function test_our_scripts_stay_in_line_with_those_they_need(): void {
		foreach ( [ 'rocket_delay_js_exclusions', 'litespeed_optm_js_defer_exc', 'sgo_js_async_exclude', 'wphb_delay_js_exclusions' ] as $filter ) {
			self::assertSame( [ 'theirs.js' ], apply_filters( $filter, [ 'theirs.js' ] ), $filter );
		}
		self::assertSame( 'theirs.js', apply_filters( 'autoptimize_filter_js_exclude', 'theirs.js' ) );
		wp_enqueue_script( 'sendcloud-service-points-checkout-classic' );
		ob_start();
		wp_scripts()->do_items( 'sendcloud-service-points-checkout-classic' );
		$html = (string) ob_get_clean();
		self::assertStringContainsString( 'checkout-classic.js', $html );
		self::assertDoesNotMatchRegularExpression( '/data-cfasync|data-no-|data-jetpack-boost|nitro-exclude/', $html );
	}
}
