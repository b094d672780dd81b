<?php
/**
 * Beside the first generation of Sendcloud's plugin, its real code running.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Official;

use Sendcloud\Shipping\Repositories\Service_Point_Meta_Repository;
use WC_Order;

/** @group beside-official-first */
final class FirstGenerationTest extends CompanionTestCase {

	private const METHOD = 'service_point_shipping_method';
	private const META   = 'sendcloudshipping_service_point_meta';

	protected function setUp(): void {
		parent::setUp();
		self::assertTrue( class_exists( 'Sendcloud\Shipping\Sendcloud', false ), 'The official plugin runs.' );
	}

	public function test_its_checkout_and_display_have_left_and_its_dynamic_checkout_stays(): void {
		self::assertSame( [], $this->hooks_of( 'Sendcloud\Shipping\ServicePoint' ) );
		self::assertContains( 'woocommerce_checkout_process', $this->hooks_of( 'Sendcloud\Shipping\Checkout\Shipping\ServicePoint' ) );
		self::assertContains( 'woocommerce_api_classes', $this->hooks_of( 'Sendcloud\Shipping\Sendcloud' ), 'Its connection stays.' );
	}

	public function test_its_method_answers_for_its_id_and_its_carriers_are_honoured(): void {
		$this->fill_cart();
		$this->ship_to( 'NL', '5611 EM', 'Eindhoven' );

		$class = WC()->shipping()->get_shipping_method_class_names()[ self::METHOD ];

		self::assertStringStartsWith( 'Sendcloud\\', ltrim( is_object( $class ) ? get_class( $class ) : $class, '\\' ) );
		self::assertSame( 4.5, (float) $this->rate( self::METHOD )->get_cost() );
		$rules = $this->extension( $this->store_api( 'GET', 'cart' ) )['packages']['0']['rules'];
		self::assertSame( [ 'postnl', 'dhl' ], array_values( $rules )[0]['carriers'] );
	}

	public function test_ours_does_not_stand_in_while_service_points_are_off(): void {
		delete_option( 'sendcloudshipping_service_point_script' );

		self::assertArrayNotHasKey( self::METHOD, apply_filters( 'woocommerce_shipping_methods', [] ) );
	}

	/** The block checkout of this generation never saved a point at all. */
	public function test_the_block_checkout_writes_what_its_import_reads(): void {
		$this->shop( 'FR', self::METHOD );
		self::assertSame( 400, $this->place_order()->get_status(), 'Ours asks for a point.' );
		$this->extension( $this->select( self::QUOTED_NAME ) );

		$this->assert_written( $this->placed( $this->place_order() ) );
	}

	public function test_the_classic_checkout_writes_what_it_would_have_written(): void {
		$this->shop( 'FR', self::METHOD );
		$this->extension( $this->select( self::QUOTED_NAME ) );

		self::assertSame( 'success', $this->submit_form()['result'] );
		$this->assert_written( $this->only_order() );
	}

	private function assert_written( WC_Order $order ): void {
		$written = [
			'id'          => (string) self::QUOTED_NAME,
			'extra'       => 'Tabac "Le Balto"|Boulevard de Strasbourg 12 bis|75010 Paris',
			'post_number' => '',
		];
		self::assertSame( $written, $order->get_meta( self::META ) );
		self::assertSame( $written, ( new Service_Point_Meta_Repository() )->get( $order->get_id() )->to_array() );
	}

	/** @dataProvider orders */
	public function test_an_order_opens_everywhere_and_shows_its_point_once( mixed $meta ): void {
		$order = wc_create_order();
		$order->update_meta_data( self::META, $meta );
		$order->save();

		foreach ( $this->printed( $order ) as $place => $html ) {
			self::assertSame( 1, substr_count( $html, 'Relais du Faubourg' ), $place );
		}
	}

	/** @return array<string, array{mixed}> */
	public function orders(): array {
		$point = [
			'id'    => '1000010',
			'extra' => 'Relais du Faubourg|Rue du Faubourg 84|75010 Paris',
		];
		return [
			'its own'                 => [ $point + [ 'post_number' => '' ] ],
			'of an older version'     => [ $point ],
			'as text, of an importer' => [ (string) wp_json_encode( $point ) ],
			'with a list for a word'  => [ $point + [ 'post_number' => [ '1' ] ] ],
		];
	}
}
