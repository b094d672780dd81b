<?php
/**
 * Which orders go to Sendcloud, and with what.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Export;

use SendcloudServicePoints\Export\ExportState;
use SendcloudServicePoints\Settings\ExportSettings;
use WC_Order;

final class ExportTest extends ExportTestCase {

	public function test_an_order_to_a_service_point_is_sent_once_and_says_so(): void {
		$exported = [];
		add_action(
			'sendcloud_service_points_order_exported',
			static function ( WC_Order $order, int $sendcloud_id ) use ( &$exported ): void {
				$exported[ $order->get_id() ] = $sendcloud_id;
			},
			10,
			2
		);
		$order = $this->relay_order();
		$this->run_queue();

		$there = $this->at_sendcloud()[ $order->get_id() ];
		self::assertSame( '1000010', $there['service_point_details']['id'] );
		self::assertSame( self::INTEGRATION, $there['order_details']['integration']['id'] );
		self::assertSame( ExportState::Sent, $this->record( $order )->state() );
		self::assertSame( [ $order->get_id() => (int) $there['id'] ], $exported );
		self::assertSame( (int) $there['id'], $this->record( $order )->sendcloud_id() );
		self::assertSame( 1, $this->sent_requests() );
		self::assertSame( [], $this->planned() );
	}

	public function test_orders_of_one_moment_share_a_request(): void {
		$ids = array_map( fn (): int => $this->relay_order()->get_id(), range( 1, 5 ) );
		$this->run_queue();

		self::assertSame( $ids, $this->ids_at_sendcloud() );
		self::assertSame( 1, $this->sent_requests() );
	}

	/** @return array<string, array{array<string, mixed>, string, bool, list<string>}> */
	public function reasons(): array {
		return [
			'nothing was switched on'              => [ [ ExportSettings::ENABLED => 'no' ], 'processing', true, [] ],
			'no integration is chosen'             => [ [ ExportSettings::INTEGRATION => '' ], 'processing', true, [] ],
			'the order goes home'                  => [ [], 'processing', false, [] ],
			'the order is not paid'                => [ [], 'pending', true, [] ],
			'the merchant left the status out'     => [ [ ExportSettings::STATUSES => [ 'completed' ] ], 'processing', true, [] ],
			"Sendcloud's own plugin is active"     => [ [], 'processing', true, [ 'sendcloud-connected-shipping/sendcloud-connected-shipping.php' ] ],
			"Sendcloud's first plugin is active"   => [ [], 'processing', true, [ 'sendcloud-shipping/sendcloud-shipping.php' ] ],
		];
	}

	/**
	 * @dataProvider reasons
	 * @param array<string, mixed> $options
	 * @param list<string>         $plugins
	 */
	public function test_nothing_is_sent_when( array $options, string $status, bool $has_point, array $plugins ): void {
		foreach ( $options as $name => $value ) {
			update_option( $name, $value );
		}
		update_option( 'active_plugins', [ ...get_option( 'active_plugins' ), ...$plugins ] );
		$order = $this->place_order( $has_point ? self::selection() : null, $status );
		$this->run_queue();

		self::assertSame( 0, $this->sent_requests() );
		self::assertSame( ExportState::None, $this->record( $order )->state() );
	}

	public function test_every_order_with_something_to_ship_is_sent_when_the_merchant_wants_all(): void {
		update_option( ExportSettings::ORDERS, 'all' );
		$home = $this->place_order();
		$this->place_order( null, 'processing', 'e-book' );
		$this->run_queue();

		self::assertSame( [ $home->get_id() ], $this->ids_at_sendcloud() );
		self::assertArrayNotHasKey( 'service_point_details', $this->at_sendcloud()[ $home->get_id() ] );
	}

	public function test_a_shop_has_the_last_word_on_which_orders_are_sent_and_with_what(): void {
		$kept = $this->relay_order();
		$sent = $this->relay_order();
		add_filter( 'sendcloud_service_points_should_export_order', static fn ( bool $should, WC_Order $order ): bool => $should && $order->get_id() !== $kept->get_id(), 10, 2 );
		add_filter(
			'sendcloud_service_points_order_payload',
			static function ( array $data, WC_Order $order ): array {
				$data['order_details']['tags'] = [ 'from order ' . $order->get_id() ];
				$data['order_id']              = 'somebody else';
				return $data;
			},
			10,
			2
		);
		$this->run_queue();

		self::assertSame( [ $sent->get_id() ], $this->ids_at_sendcloud() );
		self::assertSame( [ 'from order ' . $sent->get_id() ], $this->at_sendcloud()[ $sent->get_id() ]['order_details']['tags'] );
	}

	public function test_a_copy_of_an_order_knows_nothing_of_the_originals_export(): void {
		$order = $this->relay_order();
		$this->run_queue();
		$copy = $this->place_order( null, 'pending' );
		foreach ( $this->reload( $order )->get_meta_data() as $meta ) {
			if ( ! str_contains( $meta->key, 'service_point' ) ) {
				$copy->update_meta_data( $meta->key, $meta->value );
			}
		}
		$copy->save();
		$copy->update_status( 'cancelled' );
		$this->run_queue();

		self::assertSame( [ $order->get_id() ], $this->ids_at_sendcloud() );
		self::assertSame( ExportState::None, $this->record( $copy )->state() );
	}
}
