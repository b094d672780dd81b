<?php
/**
 * A carrier that needs a telephone number: an order to its points has one, or is refused before it is paid.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Checkout;

use ReflectionProperty;
use SendcloudServicePoints\Domain\ServicePoint;

final class TelephoneTest extends GuardTestCase {

	private const CHRONOPOST = self::PARIS_OTHER;
	private const SETTING    = 'sendcloud_service_points_telephone';
	private const VISIBILITY = 'woocommerce_checkout_phone_field';
	private const REFUSED    = 'Chronopost needs your telephone number for the delivery to this service point. Please enter it with your address.';

	private string $telephone = '';

	/** @return array<string, string> */
	protected function address( string $country ): array {
		return [ 'phone' => $this->telephone ] + parent::address( $country );
	}

	protected function setUp(): void {
		parent::setUp();
		// Our rule is tested, not WooCommerce's.
		update_option( self::VISIBILITY, 'optional' );
		// While one of the three is not set, WooCommerce sets them all anew.
		update_option( 'woocommerce_checkout_company_field', 'hidden' );
		update_option( 'woocommerce_checkout_address_2_field', 'optional' );
		$this->forget_form();
	}

	/** WooCommerce reads its fields once in a request. */
	private function forget_form(): void {
		( new ReflectionProperty( WC()->checkout(), 'fields' ) )->setValue( WC()->checkout(), null );
	}

	/** @dataProvider roads */
	public function test_an_order_to_a_carrier_that_needs_a_number_has_one( string $road ): void {
		$this->shop();
		$this->select( self::CHRONOPOST );

		self::assertSame( self::REFUSED, $this->order_by( $road ) );
		$this->assert_nothing_ordered();

		$this->telephone = '-';
		self::assertSame( self::REFUSED, $this->order_by( $road ), 'WooCommerce alone takes it for a number.' );

		$this->telephone = '06 12 34 56 78';
		self::assertSame( '', $this->order_by( $road ) );
		self::assertSame( '06 12 34 56 78', $this->only_order()->get_billing_phone() );
	}

	/** @dataProvider roads */
	public function test_another_carrier_and_another_method_need_none( string $road ): void {
		$this->shop();
		$this->select( self::PARIS );
		self::assertSame( '', $this->order_by( $road ) );

		$this->forget();
		$this->shop();
		$this->select( self::CHRONOPOST );
		$this->choose( $this->rate( 'Home delivery' ) );
		self::assertSame( '', $this->order_by( $road ) );
	}

	/** @dataProvider roads */
	public function test_the_merchant_decides( string $road ): void {
		$this->shop();
		update_option( self::SETTING, 'always' );
		$this->select( self::PARIS );
		self::assertStringStartsWith( 'Mondial Relay needs your telephone number', $this->order_by( $road ) );

		update_option( self::SETTING, 'never' );
		$this->select( self::CHRONOPOST );
		self::assertSame( '', $this->order_by( $road ) );
	}

	/** @dataProvider roads */
	public function test_code_of_the_shop_decides( string $road ): void {
		add_filter( 'sendcloud_service_points_needs_telephone', static fn ( bool $is_needed, ServicePoint $point ): bool => self::PARIS === $point->id, 10, 2 );
		$this->shop();
		$this->select( self::CHRONOPOST );
		self::assertSame( '', $this->order_by( $road ) );

		$this->forget();
		$this->shop();
		$this->select( self::PARIS );
		self::assertStringStartsWith( 'Mondial Relay needs', $this->order_by( $road ) );
	}

	public function test_software_learns_a_code_and_a_number_of_either_address_will_do(): void {
		$this->shop();
		$this->select( self::CHRONOPOST );
		$answer = $this->place_order();
		self::assertSame( [ 400, 'sendcloud_service_points_telephone_missing' ], [ $answer->get_status(), $answer->get_data()['code'] ] );

		$order = $this->placed(
			$this->store_api(
				'POST',
				'checkout',
				[
					'billing_address'  => $this->address( 'FR' ) + [ 'email' => 'robin@example.com' ],
					'shipping_address' => [ 'phone' => '0612345678' ] + $this->address( 'FR' ),
					'payment_method'   => 'cod',
				]
			)
		);
		self::assertSame( '0612345678', $order->get_shipping_phone() );
	}

	public function test_a_draft_needs_none(): void {
		$this->shop();
		$this->select( self::CHRONOPOST );

		self::assertSame( 200, $this->store_api( 'PUT', 'checkout', [ 'payment_method' => 'cod' ] )->get_status() );
	}

	public function test_both_checkouts_say_it_as_soon_as_the_point_is_chosen(): void {
		$hint = 'Chronopost needs your telephone number for the delivery to this service point.';
		$this->shop();
		self::assertSame( '', $this->extension( $this->select( self::PARIS ) )['packages']['0']['telephone'] );
		self::assertStringNotContainsString( 'telephone', $this->review() );

		self::assertSame( $hint, $this->extension( $this->select( self::CHRONOPOST ) )['packages']['0']['telephone'] );
		self::assertStringContainsString( '<p class="scsp-telephone">' . $hint, $this->review() );

		$this->choose( $this->rate( 'Home delivery' ) );
		self::assertSame( '', $this->extension( $this->store_api( 'GET', 'cart' ) )['packages']['0']['telephone'] );
		self::assertStringNotContainsString( 'telephone', $this->review() );
	}

	public function test_a_hidden_field_is_shown_in_the_classic_form_and_kept(): void {
		update_option( self::VISIBILITY, 'hidden' );
		$this->shop();
		$this->select( self::CHRONOPOST );
		self::assertSame( self::REFUSED, $this->order_by( 'classic' ) );

		ob_start();
		WC()->checkout()->checkout_form_billing();
		self::assertStringContainsString( 'name="billing_phone"', (string) ob_get_clean() );

		$this->telephone = '0612345678';
		self::assertSame( '', $this->order_by( 'classic' ) );
		self::assertSame( '0612345678', $this->only_order()->get_billing_phone() );
	}

	public function test_a_hidden_field_is_shown_in_the_block_and_kept(): void {
		update_option( self::VISIBILITY, 'hidden' );
		$this->shop();
		$this->select( self::CHRONOPOST );
		self::assertSame( self::REFUSED, $this->order_by( 'store api' ) );

		$this->telephone = '0612345678';
		self::assertSame( '', $this->order_by( 'store api' ) );
		self::assertSame( '0612345678', $this->only_order()->get_billing_phone() );

		$this->forget();
		$this->shop();
		self::assertSame( 'hidden', get_option( self::VISIBILITY ), 'As the merchant has set it, wherever it is read but on the page.' );
		do_action( 'woocommerce_blocks_checkout_enqueue_data' );
		self::assertSame( 'optional', get_option( self::VISIBILITY ) );
	}

	/** @dataProvider carts_that_need_none */
	public function test_a_hidden_field_stays_hidden_where_nothing_needs_it( string $sku, string $setting, array $carriers ): void {
		update_option( self::VISIBILITY, 'hidden' );
		update_option( self::SETTING, $setting );
		add_filter( 'sendcloud_service_points_carriers', static fn (): array => $carriers );
		$this->fill_cart( $sku );

		self::assertArrayNotHasKey( 'billing_phone', WC()->checkout()->get_checkout_fields( 'billing' ) );
		do_action( 'woocommerce_blocks_checkout_enqueue_data' );
		self::assertSame( 'hidden', get_option( self::VISIBILITY ) );
	}

	/** @return array<string, array{string, string, array<string, string>}> */
	public function carts_that_need_none(): array {
		$chronopost = [ 'chronopost' => 'Chronopost' ];
		return [
			'nothing to ship'                  => [ 'e-book', 'always', $chronopost ],
			'the merchant wants none'          => [ 'mug', 'never', $chronopost ],
			'carriers that are content without' => [ 'mug', 'carrier', [ 'postnl' => 'PostNL' ] ],
		];
	}

	public function test_nothing_to_ship_is_ordered_without(): void {
		update_option( self::SETTING, 'always' );
		$this->fill_cart( 'e-book' );

		self::assertSame( '', $this->order_by( 'store api' ) );
	}

	/** What the classic checkout's list of methods shows. */
	private function review(): string {
		WC()->shipping()->packages = [];
		do_action( 'woocommerce_before_checkout_form', WC()->checkout() );
		WC()->cart->calculate_totals();
		ob_start();
		wc_cart_totals_shipping_html();

		return (string) ob_get_clean();
	}
}
