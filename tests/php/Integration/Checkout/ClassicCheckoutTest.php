<?php
/**
 * What the classic checkout prints and takes.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Checkout;

use WC_Shipping_Zones;

final class ClassicCheckoutTest extends CheckoutTestCase {

	private const SCRIPT = 'sendcloud-service-points-checkout-classic';

	protected function setUp(): void {
		parent::setUp();
		$this->begin_form();
		wp_dequeue_script( self::SCRIPT );
	}

	protected function tearDown(): void {
		wp_dequeue_script( self::SCRIPT );
		parent::tearDown();
	}

	/** What the page begins with. */
	private function begin_form(): void {
		$this->printed( static fn () => do_action( 'woocommerce_before_checkout_form', WC()->checkout() ) ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals
	}

	/** The rows of the review table that show the shipping methods. */
	private function shipping_rows(): string {
		return $this->printed(
			static function (): void {
				do_action( 'woocommerce_review_order_before_shipping' ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals
				wc_cart_totals_shipping_html();
				do_action( 'woocommerce_review_order_after_shipping' ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals
			}
		);
	}

	private function printed( callable $print ): string {
		ob_start();
		$print();

		return (string) ob_get_clean();
	}

	/**
	 * @param array<string, mixed> $fields
	 * @return array<string, mixed>
	 */
	private function choose_point( array $fields ): array {
		return $this->ajax(
			static fn () => do_action( 'wc_ajax_sendcloud_select_service_point' ),
			$fields + [
				'security'   => wp_create_nonce( 'sendcloud-select-service-point' ),
				'package_id' => '0',
			]
		);
	}

	public function test_the_chosen_relay_rate_carries_a_placeholder(): void {
		$this->shop( 'NL' );

		$html = $this->shipping_rows();

		self::assertSame( 1, substr_count( $html, 'class="scsp-placeholder"' ) );
		self::assertStringContainsString( 'data-package-id="0" data-country="NL" data-rule="{&quot;carriers&quot;:[&quot;postnl&quot;,&quot;dhl&quot;],&quot;without_carriers&quot;:[],&quot;without_shop_types&quot;:[],&quot;hint&quot;:&quot;&quot;}" data-address="Main Street 1, 5611 EM Eindhoven" data-selection=""', $html );
		self::assertStringContainsString( 'Choose a service point</button>', $html );
		self::assertStringContainsString( 'name="sendcloud_service_point[0]" value=""', $html );
	}

	public function test_another_chosen_rate_carries_none(): void {
		$this->shop( 'NL', 'Home delivery' );

		self::assertStringNotContainsString( 'scsp-placeholder', $this->shipping_rows() );
	}

	public function test_the_placeholder_shows_the_choice(): void {
		$this->shop();
		$this->select( self::QUOTED_NAME );

		$html = $this->shipping_rows();

		self::assertStringContainsString( 'Tabac &quot;Le Balto&quot;', $html );
		self::assertStringContainsString( '12 bis Boulevard de Strasbourg, 75010 Paris', $html );
		self::assertStringContainsString( 'Change service point</button>', $html );
		self::assertStringContainsString( 'name="sendcloud_service_point[0]" value="' . self::QUOTED_NAME . '"', $html );

		preg_match( '/data-selection="([^"]+)"/', $html, $found );
		$selection = json_decode( html_entity_decode( $found[1], ENT_QUOTES ), true );
		self::assertSame( self::QUOTED_NAME, $selection['service_point']['id'] );
	}

	public function test_markup_in_a_name_is_text(): void {
		$this->shop();
		$this->select( self::MARKUP_NAME );

		self::assertStringNotContainsString( '<b>', $this->shipping_rows() );
	}

	public function test_says_why_an_earlier_choice_does_not_hold(): void {
		$this->shop();
		$this->select( self::PARIS );
		$this->ship_to( 'NL', '5611 EM', 'Eindhoven' );
		$this->choose( $this->rate( self::RELAY ) );

		$html = $this->shipping_rows();

		self::assertStringContainsString( 'not in the country', $html );
		self::assertStringNotContainsString( 'Relais du Faubourg', $html );
	}

	public function test_a_theme_without_the_hook_in_its_list_gets_a_row(): void {
		$this->shop();
		add_filter( 'wc_get_template', static fn ( string $file, string $name ): string => 'cart/cart-shipping.php' === $name ? __DIR__ . '/empty-template.php' : $file, 10, 2 );

		$html = $this->shipping_rows();

		self::assertStringStartsWith( '<tr', trim( $html ) );
		self::assertSame( 1, substr_count( $html, 'class="scsp-placeholder"' ) );
	}

	public function test_further_tables_of_the_same_checkout_repeat_no_placeholder(): void {
		$this->shop();
		// As FunnelKit does for its summaries, which have no list of methods.
		$sums = fn (): string => $this->printed( static fn () => do_action( 'woocommerce_review_order_after_shipping' ) ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals

		self::assertStringContainsString( 'scsp-placeholder', $this->shipping_rows() );
		self::assertStringNotContainsString( 'scsp-placeholder', $sums() . $sums() );

		$this->begin_form();
		self::assertSame( 1, substr_count( $sums() . $sums(), 'class="scsp-placeholder"' ) );
	}

	public function test_a_checkout_that_runs_the_hook_without_arguments_still_works(): void {
		$this->shop();

		// As CartFlows' instant checkout does after the list.
		self::assertSame( '', $this->printed( static fn () => do_action( 'woocommerce_after_shipping_rate' ) ) ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals
	}

	public function test_the_cart_page_only_says_where_the_point_is_chosen(): void {
		$this->shop();
		add_filter( 'woocommerce_is_cart', '__return_true' );

		$html = $this->printed( 'wc_cart_totals_shipping_html' );

		self::assertStringContainsString( 'You choose the service point at checkout.', $html );
		self::assertStringNotContainsString( 'scsp-placeholder', $html );
	}

	public function test_takes_a_choice_and_answers_with_the_new_content(): void {
		$this->shop();

		$answer = $this->choose_point( [ 'service_point_id' => (string) self::PARIS ] );

		self::assertTrue( $answer['success'] );
		self::assertSame( self::PARIS, $answer['data']['selection']['service_point']['id'] );
		self::assertStringContainsString( 'Relais du Faubourg', $answer['data']['html'] );
		self::assertStringNotContainsString( 'scsp-placeholder', $answer['data']['html'] );
		self::assertSame( 'success', $this->submit_form()['result'] );
	}

	public function test_an_empty_choice_clears(): void {
		$this->shop();
		$this->select( self::PARIS );

		$answer = $this->choose_point( [ 'service_point_id' => '' ] );

		self::assertNull( $answer['data']['selection'] );
		self::assertStringContainsString( 'Choose a service point', $answer['data']['html'] );
		self::assertSame( 'failure', $this->submit_form()['result'] );
	}

	public function test_refuses_a_choice_with_the_reason(): void {
		$this->shop( 'DE' );

		$answer = $this->choose_point(
			[
				'service_point_id' => (string) self::PACKSTATION,
				'post_number'      => '12',
			]
		);

		self::assertFalse( $answer['success'] );
		self::assertSame( 'sendcloud_service_points_post_number_invalid', $answer['data']['code'] );
		self::assertSame( 'A DHL post number has 6 to 10 digits. Please correct it.', $answer['data']['message'] );
	}

	public function test_refuses_a_choice_from_elsewhere(): void {
		$this->shop();

		$answer = $this->choose_point(
			[
				'security'         => 'forged',
				'service_point_id' => (string) self::PARIS,
			]
		);

		self::assertSame( 'sendcloud_service_points_invalid_nonce', $answer['data']['code'] );
		self::assertSame( 'failure', $this->submit_form()['result'] );
	}

	public function test_the_script_is_on_the_checkout_page(): void {
		$this->shop();

		$this->printed( static fn () => do_action( 'woocommerce_before_checkout_form', WC()->checkout() ) );

		self::assertTrue( wp_script_is( self::SCRIPT, 'enqueued' ) );
	}

	public function test_nothing_is_loaded_when_no_zone_has_a_relay_method(): void {
		foreach ( WC_Shipping_Zones::get_zones() as $zone ) {
			WC_Shipping_Zones::delete_zone( $zone['id'] );
		}

		$this->printed( static fn () => do_action( 'woocommerce_before_checkout_form', WC()->checkout() ) );

		self::assertFalse( wp_script_is( self::SCRIPT, 'enqueued' ) );
	}
}
