<?php
/**
 * What the block checkout loads of ours.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Checkout;

use Automattic\WooCommerce\Blocks\Integrations\IntegrationRegistry;
use WC_Shipping_Zones;
use WP_Block_Type_Registry;

final class BlockCheckoutTest extends CheckoutTestCase {

	private const BLOCK = 'sendcloud-service-points/checkout-service-point';

	protected function setUp(): void {
		parent::setUp();
		$this->forget_block();
	}

	protected function tearDown(): void {
		unset( $GLOBALS['current_screen'] );
		parent::tearDown();
	}

	private function forget_block(): void {
		if ( WP_Block_Type_Registry::get_instance()->is_registered( self::BLOCK ) ) {
			unregister_block_type( self::BLOCK );
		}
	}

	/** As WooCommerce does it for the checkout block. */
	private function integrations(): IntegrationRegistry {
		$registry = new IntegrationRegistry();
		$registry->initialize( 'checkout_block' );

		return $registry;
	}

	public function test_the_script_comes_with_the_checkout_block(): void {
		$handles = $this->integrations()->get_all_registered_script_handles();

		self::assertContains( 'sendcloud-service-points-checkout-block', $handles );

		// As WooCommerce makes its own script depend on those of integrations. One that is not there stops the whole checkout.
		wp_enqueue_script( 'the-checkout-block', '/the-checkout-block.js', $handles, '1', true );
		do_action( 'wp_print_scripts' );
		self::assertTrue( wp_script_is( 'sendcloud-service-points-checkout-block', 'registered' ) );
	}

	public function test_the_block_cannot_be_removed_or_moved(): void {
		$this->in_the_editor();
		$this->integrations();
		$block = WP_Block_Type_Registry::get_instance()->get_registered( self::BLOCK );

		self::assertSame( [ 'woocommerce/checkout-shipping-methods-block' ], $block->parent );
		self::assertSame(
			[
				'remove' => true,
				'move'   => true,
			],
			$block->attributes['lock']['default']
		);
	}

	public function test_nothing_is_loaded_when_no_zone_has_a_relay_method(): void {
		foreach ( WC_Shipping_Zones::get_zones() as $zone ) {
			WC_Shipping_Zones::delete_zone( $zone['id'] );
		}

		self::assertNotContains( 'sendcloud-service-points-checkout-block', $this->integrations()->get_all_registered_script_handles() );
		self::assertFalse( WP_Block_Type_Registry::get_instance()->is_registered( self::BLOCK ) );
	}

	public function test_the_editor_has_it_even_then(): void {
		foreach ( WC_Shipping_Zones::get_zones() as $zone ) {
			WC_Shipping_Zones::delete_zone( $zone['id'] );
		}
		$this->in_the_editor();

		self::assertContains( 'sendcloud-service-points-checkout-block-editor', $this->integrations()->get_all_registered_editor_script_handles() );
	}

	private function in_the_editor(): void {
		require_once ABSPATH . 'wp-admin/includes/class-wp-screen.php';
		require_once ABSPATH . 'wp-admin/includes/screen.php';
		set_current_screen( 'edit-page' );
	}
}
