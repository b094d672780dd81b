<?php
/**
 * The check boxes of a variation: saved by WooCommerce's form, inherited from the product, felt in the cart.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Rules;

use Closure;
use SendcloudServicePoints\Shipping\Rules\ProductMarks;
use SendcloudServicePoints\Tests\Integration\Checkout\CheckoutTestCase;
use SendcloudServicePoints\Tests\Integration\Checkout\Died;
use WC_Product;
use WC_Product_Attribute;
use WC_Product_Variable;
use WC_Product_Variation;

final class VariationTest extends CheckoutTestCase {

	private WC_Product_Variable $shirt;
	private int $small;
	private int $large;

	protected function setUp(): void {
		parent::setUp();
		require_once WC()->plugin_path() . '/includes/admin/wc-meta-box-functions.php';
		$size = new WC_Product_Attribute();
		$size->set_name( 'Size' );
		$size->set_options( [ 'Small', 'Large' ] );
		$size->set_variation( true );
		$this->shirt = new WC_Product_Variable();
		$this->shirt->set_name( 'Shirt' );
		$this->shirt->set_attributes( [ $size ] );
		$this->shirt->save();
		$this->small = $this->variation( 'Small' );
		$this->large = $this->variation( 'Large' );
	}

	public function test_a_tick_is_saved_for_its_variation_alone_and_taken_away_again(): void {
		wp_set_current_user( 1 );
		self::assertSame( '', $this->save( [ ProductMarks::NO_LOCKER => [ 1 => 'yes' ] ] ) );
		self::assertFalse( $this->has( $this->small, ProductMarks::NO_LOCKER ) );
		self::assertTrue( $this->has( $this->large, ProductMarks::NO_LOCKER ) );
		self::assertFalse( $this->has( $this->large, ProductMarks::NO_POINT ) );

		$this->save( [] );
		self::assertFalse( $this->has( $this->large, ProductMarks::NO_LOCKER ) );
	}

	public function test_only_who_may_edit_products_saves_them_and_with_the_forms_nonce(): void {
		wp_set_current_user( get_user_by( 'login', 'customer' )->ID );
		self::assertSame( '-1', $this->save( [ ProductMarks::NO_POINT => [ 0 => 'yes' ] ] ) );
		wp_set_current_user( 1 );
		self::assertSame( '-1', $this->save( [ ProductMarks::NO_POINT => [ 0 => 'yes' ] ], 'forged' ) );

		self::assertFalse( $this->has( $this->small, ProductMarks::NO_POINT ) );
	}

	public function test_what_the_product_says_is_shown_as_such_and_does_not_become_the_variations_own(): void {
		wp_set_current_user( 1 );
		$this->save( [ ProductMarks::NO_LOCKER => [ 1 => 'yes' ] ] );
		$this->shirt->update_meta_data( ProductMarks::NO_LOCKER, 'yes' );
		$this->shirt->save();

		ob_start();
		do_action( 'woocommerce_variation_options_dimensions', 0, [], get_post( $this->small ) );
		$html = (string) ob_get_clean();
		self::assertMatchesRegularExpression( '/<input[^>]* name="variable_sendcloud_no_locker\[0\]"[^>]* checked=\'checked\'[^>]* disabled="disabled"/', $html );
		self::assertStringContainsString( 'Cannot be sent to a locker (set for the whole product)', $html );
		self::assertStringNotContainsString( 'Cannot be sent to a service point (set', $html );

		// A browser does not post a disabled box.
		$this->save( [] );
		$this->shirt->delete_meta_data( ProductMarks::NO_LOCKER );
		$this->shirt->save();
		self::assertFalse( $this->has( $this->small, ProductMarks::NO_LOCKER ) );
		self::assertTrue( $this->has( $this->large, ProductMarks::NO_LOCKER ), 'Its own.' );
	}

	public function test_in_the_cart_only_the_variation_that_is_marked_takes_the_method_away(): void {
		wp_set_current_user( 1 );
		$this->save( [ ProductMarks::NO_POINT => [ 1 => 'yes' ] ] );

		self::assertSame( [], $this->explanations_for( $this->small, 'Small' ) );
		$explained = $this->explanations_for( $this->large, 'Large' );
		self::assertStringContainsString( 'Cannot be sent to a service point: Shirt - Large.', $explained[0] ?? '' );
	}

	public function test_in_the_cart_every_variation_of_a_marked_product_narrows_the_choice(): void {
		$this->shirt->update_meta_data( ProductMarks::NO_LOCKER, 'yes' );
		$this->shirt->save();
		$this->explanations_for( $this->small, 'Small' );
		$rates = $this->extension( $this->store_api( 'GET', 'cart' ) )['packages']['0']['rules'];

		self::assertNotSame( [], $rates );
		foreach ( $rates as $rate ) {
			self::assertContains( 'locker', $rate['without_shop_types'] );
			self::assertStringContainsString( 'Cannot be sent to a locker: Shirt', $rate['hint'] );
		}
	}

	private function variation( string $size ): int {
		$variation = new WC_Product_Variation();
		$variation->set_parent_id( $this->shirt->get_id() );
		$variation->set_attributes( [ 'size' => $size ] );
		$variation->set_regular_price( '10' );
		return $variation->save();
	}

	/**
	 * "Save changes" in the product's tab of variations.
	 *
	 * @param array<string, array<int, string>> $ticks Meta key => index in the form => yes.
	 * @return string The answer: nothing, or "-1".
	 */
	private function save( array $ticks, ?string $nonce = null ): string {
		$_POST = [
			'security'            => $nonce ?? wp_create_nonce( 'save-variations' ),
			'product_id'          => (string) $this->shirt->get_id(),
			'variable_post_id'    => [ (string) $this->small, (string) $this->large ],
			'variable_menu_order' => [ '0', '1' ],
			'attribute_size'      => [ 'Small', 'Large' ],
			'variable_enabled'    => [ 'on', 'on' ],
			'variable_sku'        => [ '', '' ],
			'variable_regular_price' => [ '10', '10' ],
		];
		foreach ( $ticks as $key => $indexes ) {
			$_POST[ "variable$key" ] = $indexes;
		}
		$_REQUEST = $_POST;
		add_filter( 'wp_doing_ajax', '__return_true' );
		add_filter( 'wp_die_ajax_handler', static fn (): Closure => static fn ( mixed $message ) => throw new Died( (string) $message ) );
		$level = ob_get_level();
		try {
			do_action( 'wp_ajax_woocommerce_save_variations' );
			self::fail( 'It did not answer.' );
		} catch ( Died $end ) {
			return $end->getMessage();
		} finally {
			while ( ob_get_level() > $level ) {
				ob_end_clean();
			}
			$_POST    = [];
			$_REQUEST = [];
			remove_all_filters( 'wp_doing_ajax' );
		}
	}

	private function has( int $variation, string $key ): bool {
		wp_cache_flush();
		$product = wc_get_product( $variation );
		self::assertInstanceOf( WC_Product::class, $product );
		return 'yes' === $product->get_meta( $key );
	}

	/** @return list<string> */
	private function explanations_for( int $variation, string $size ): array {
		wp_cache_flush();
		WC()->cart->empty_cart();
		self::assertIsString( WC()->cart->add_to_cart( $this->shirt->get_id(), 1, $variation, [ 'attribute_size' => $size ] ) );
		$this->ship_to( 'DE', '10178', 'Berlin' );
		return $this->extension( $this->store_api( 'GET', 'cart' ) )['packages']['0']['explanations'];
	}
}
