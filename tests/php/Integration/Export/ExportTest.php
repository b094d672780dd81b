<?php
/**
 * Orders on their way to Sendcloud, in good times and bad.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Export;

use SendcloudServicePoints\Export\ExportRecord;
use SendcloudServicePoints\Export\ExportState;
use SendcloudServicePoints\Order\OrderServicePoints;
use SendcloudServicePoints\Settings\ExportSettings;
use SendcloudServicePoints\Tests\Integration\Clock;
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

	public function test_an_order_that_did_not_change_is_not_sent_again(): void {
		$order = $this->relay_order();
		$this->run_queue();
		$again = $this->reload( $order );
		$again->add_order_note( 'A word between colleagues' );
		$again->update_meta_data( 'packed_by', 'Sam' );
		$again->save();
		$this->run_queue();

		self::assertSame( 1, $this->sent_requests() );
	}

	public function test_a_changed_order_is_brought_up_to_date(): void {
		$order = $this->relay_order( 'on-hold' );
		$this->run_queue();
		$id = $this->record( $order )->sendcloud_id();

		$changed = $this->reload( $order );
		$changed->set_shipping_city( 'Lyon' );
		$changed->set_status( 'processing' );
		$changed->save();
		$this->run_queue();

		$there = $this->at_sendcloud()[ $order->get_id() ];
		self::assertSame( 'Lyon', $there['shipping_address']['city'] );
		self::assertSame( 'processing', $there['order_details']['status']['code'] );
		self::assertSame( (string) $id, $there['id'] );
	}

	public function test_another_point_chosen_later_reaches_sendcloud(): void {
		$order = $this->relay_order();
		$this->run_queue();
		$changed = $this->reload( $order );
		( new OrderServicePoints() )->write( $changed, [ self::selection( '12345678' ) ] );
		$changed->save();
		$this->run_queue();

		self::assertSame( '12345678', $this->at_sendcloud()[ $order->get_id() ]['service_point_details']['post_number'] );
	}

	public function test_a_part_that_was_refunded_is_not_shipped(): void {
		$order = $this->place_order( self::selection(), 'processing', 'mug', 3 );
		$this->run_queue();
		$line = array_key_first( $order->get_items() );
		$price = (float) $order->get_total() / 10;
		wc_create_refund(
			[
				'order_id'   => $order->get_id(),
				'amount'     => $price,
				'line_items' => [
					$line => [
						'qty'          => 2,
						'refund_total' => $price,
					],
				],
			]
		);
		$this->run_queue();

		self::assertSame( 1, $this->at_sendcloud()[ $order->get_id() ]['order_details']['order_items'][0]['quantity'] );
	}

	/** @return array<string, array{callable(WC_Order): void}> */
	public function ends(): array {
		$status = static fn ( string $status ): array => [
			static function ( WC_Order $order ) use ( $status ): void {
				$order->update_status( $status );
			},
		];
		return [
			'cancelled'             => $status( 'cancelled' ),
			'refunded'              => $status( 'refunded' ),
			'its payment failed'    => $status( 'failed' ),
			'in the trash'          => [
				static function ( WC_Order $order ): void {
					$order->delete();
				},
			],
			'trashed from the list' => [
				static function ( WC_Order $order ): void {
					if ( 'shop_order' === get_post_type( $order->get_id() ) ) {
						wp_trash_post( $order->get_id() );
					} else {
						$order->delete();
					}
				},
			],
			'deleted for good'      => [
				static function ( WC_Order $order ): void {
					$order->delete( true );
				},
			],
		];
	}

	/** @dataProvider ends */
	public function test_nobody_can_ship_an_order_that_was( callable $end ): void {
		$order = $this->relay_order();
		$other = $this->relay_order();
		$this->run_queue();
		self::assertCount( 2, $this->at_sendcloud() );
		$end( $this->reload( $order ) );
		$this->run_queue();

		self::assertSame( [ $other->get_id() ], $this->ids_at_sendcloud() );
	}

	public function test_an_order_cancelled_by_mistake_comes_back_once(): void {
		$order = $this->relay_order();
		$this->run_queue();
		$this->reload( $order )->update_status( 'cancelled' );
		$this->run_queue();
		self::assertSame( ExportState::Cancelled, $this->record( $order )->state() );

		$this->reload( $order )->update_status( 'processing' );
		$this->run_queue();
		self::assertSame( [ $order->get_id() ], $this->ids_at_sendcloud() );
		self::assertSame( ExportState::Sent, $this->record( $order )->state() );
	}

	public function test_an_order_cancelled_before_it_was_sent_never_gets_there(): void {
		$order = $this->relay_order();
		$this->end_request();
		$this->reload( $order )->update_status( 'cancelled' );
		$this->run_queue();

		self::assertSame( 0, $this->sent_requests() );
		self::assertSame( ExportState::Cancelled, $this->record( $order )->state() );
	}

	public function test_an_order_that_moved_on_before_it_was_sent_is_left_out(): void {
		$order = $this->relay_order();
		$this->end_request();
		$this->reload( $order )->update_status( 'completed' );
		$this->run_queue();

		self::assertSame( 0, $this->sent_requests() );
		self::assertSame( ExportState::None, $this->record( $order )->state() );
	}

	public function test_an_order_sendcloud_refuses_says_why_and_holds_nobody_up(): void {
		$before = $this->relay_order();
		$bad    = $this->relay_order();
		$bad->set_shipping_postcode( '' );
		$bad->set_shipping_city( '' );
		$bad->save();
		$after = $this->relay_order();
		$this->run_queue();

		self::assertSame( [ $before->get_id(), $after->get_id() ], $this->ids_at_sendcloud() );
		self::assertSame( 2, $this->sent_requests() );
		$record = $this->record( $bad );
		self::assertSame( ExportState::Failed, $record->state() );
		self::assertSame( 'shipping_address/postal_code: Field required shipping_address/city: Field required', $record->error() );
		self::assertStringContainsString( 'Field required', wc_get_order_notes( [ 'order_id' => $bad->get_id() ] )[0]->content );
		self::assertSame( [], $this->planned() );

		// Not again until something about it changes …
		$this->reload( $bad )->save();
		$this->run_queue();
		self::assertSame( 2, $this->sent_requests() );

		// … and then by itself.
		$mended = $this->reload( $bad );
		$mended->set_shipping_postcode( '75002' );
		$mended->set_shipping_city( 'Paris' );
		$mended->save();
		$this->run_queue();
		self::assertCount( 3, $this->at_sendcloud() );
		self::assertSame( '', $this->record( $bad )->error() );
	}

	public function test_somebodys_broken_filter_fails_only_its_order(): void {
		$good = $this->relay_order();
		$bad  = $this->relay_order();
		$this->end_request();
		add_filter(
			'sendcloud_service_points_order_payload',
			static fn ( array $data, WC_Order $order ): array => $order->get_id() === $bad->get_id() ? throw new \RuntimeException( 'No such warehouse' ) : $data,
			10,
			2
		);
		$this->run_queue();

		self::assertSame( [ $good->get_id() ], $this->ids_at_sendcloud() );
		self::assertSame( 'No such warehouse', $this->record( $bad )->error() );
	}

	public function test_sendcloud_is_given_the_time_it_asks_for(): void {
		$order = $this->relay_order();
		$this->fault(
			[
				'fault'       => 'rate_limited',
				'path'        => '/orders',
				'times'       => 1,
				'retry_after' => 90,
			]
		);
		$this->run_queue();
		self::assertSame( ExportState::Queued, $this->record( $order )->state() );
		self::assertNotSame( '', $this->record( $order )->error() );

		Clock::advance( 89 );
		$this->run_queue();
		self::assertSame( [], $this->ids_at_sendcloud() );
		Clock::advance( 1 );
		$this->run_queue();
		self::assertSame( [ $order->get_id() ], $this->ids_at_sendcloud() );
		self::assertSame( '', $this->record( $order )->error() );
	}

	public function test_the_pauses_grow_and_end_with_a_failure_that_can_be_sent_again(): void {
		$order = $this->relay_order();
		$this->fault(
			[
				'fault' => 'server_error',
				'path'  => '/orders',
			]
		);
		$this->run_queue();
		$pauses = [];
		for ( $round = 0; $round < 60 && [] !== $this->planned(); $round++ ) {
			$next     = \ActionScheduler_Store::instance()->get_date( $this->planned()[0] )->getTimestamp();
			$pauses[] = $next - Clock::now();
			Clock::advance( $next - Clock::now() );
			$this->run_queue();
		}
		self::assertSame( [ 60, 120, 240, 480, 960, 1920, 3600, 3600 ], array_slice( $pauses, 0, 8 ) );
		self::assertSame( 30, $this->sent_requests() );
		self::assertSame( ExportState::Failed, $this->record( $order )->state() );

		$this->reset_sandbox();
		wp_set_current_user( 1 );
		do_action( 'woocommerce_order_action_sendcloud_service_points_export', $this->reload( $order ) );
		$this->run_queue();
		self::assertSame( [ $order->get_id() ], $this->ids_at_sendcloud() );
	}

	public function test_an_answer_that_never_came_leaves_one_order_there(): void {
		$order = $this->relay_order();
		$this->fault(
			[
				'fault' => 'lost_answer',
				'path'  => '/orders',
				'times' => 1,
			]
		);
		$this->run_queue();
		self::assertSame( [ $order->get_id() ], $this->ids_at_sendcloud() );
		self::assertSame( ExportState::Queued, $this->record( $order )->state() );

		Clock::advance( 60 );
		$this->run_queue();
		self::assertSame( 2, $this->sent_requests() );
		self::assertSame( [ $order->get_id() ], $this->ids_at_sendcloud() );
		self::assertSame( ExportState::Sent, $this->record( $order )->state() );
	}

	public function test_an_order_is_withdrawn_although_the_answer_with_its_number_never_came(): void {
		$order = $this->relay_order();
		$this->fault(
			[
				'fault' => 'lost_answer',
				'path'  => '/orders',
				'times' => 1,
			]
		);
		$this->run_queue();
		$this->reload( $order )->update_status( 'cancelled' );
		Clock::advance( 60 );
		$this->run_queue();

		self::assertSame( [], $this->ids_at_sendcloud() );
	}

	public function test_a_process_that_dies_before_it_writes_down_the_answer_does_no_harm(): void {
		$order = $this->relay_order();
		// The last that happens before the answer is written: here the process ends.
		$die = static function (): void {
			throw new \Error( 'Killed' );
		};
		add_action( 'http_api_debug', $die );
		$this->run_queue_once();
		remove_action( 'http_api_debug', $die );
		self::assertSame( [ $order->get_id() ], $this->ids_at_sendcloud() );
		self::assertSame( ExportState::Queued, $this->record( $order )->state() );
		self::assertNotSame( [], $this->planned(), 'Nobody would ever go on.' );

		Clock::advance( 600 );
		$this->run_queue();
		self::assertSame( [ $order->get_id() ], $this->ids_at_sendcloud() );
		self::assertSame( ExportState::Sent, $this->record( $order )->state() );
	}

	public function test_what_changes_while_sendcloud_is_asked_is_sent_after_it(): void {
		$order = $this->relay_order();
		$this->end_request();
		$change = function () use ( &$change, $order ): void {
			remove_action( 'http_api_debug', $change );
			$other = $this->reload( $order );
			$other->set_shipping_city( 'Nantes' );
			$other->save();
		};
		add_action( 'http_api_debug', $change );
		$this->run_queue();

		self::assertSame( 'Nantes', $this->at_sendcloud()[ $order->get_id() ]['shipping_address']['city'] );
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

	public function test_orders_wait_while_the_keys_are_wrong_and_go_as_soon_as_they_are_right(): void {
		update_option( 'sendcloud_service_points_secret_key', 'wrong' );
		$order = $this->relay_order();
		$this->run_queue();
		self::assertSame( ExportState::Queued, $this->record( $order )->state() );
		self::assertStringContainsString( 'key', $this->record( $order )->error() );

		Clock::advance( 61 );
		update_option( 'sendcloud_service_points_secret_key', 'sandbox-secret' );
		$this->run_queue();
		self::assertSame( [ $order->get_id() ], $this->ids_at_sendcloud() );
	}

	public function test_a_batch_does_not_work_beside_another(): void {
		$order = $this->relay_order();
		$this->end_request();
		$locks = new \SendcloudServicePoints\Support\SharedCache( 'export', 1 );
		self::assertTrue( $locks->lock( \SendcloudServicePoints\Export\Schedule::HOOK, 300 ) );
		$this->run_queue();
		self::assertSame( 0, $this->sent_requests() );

		$locks->unlock( \SendcloudServicePoints\Export\Schedule::HOOK );
		Clock::advance( 60 );
		$this->run_queue();
		self::assertSame( [ $order->get_id() ], $this->ids_at_sendcloud() );
	}

	/** One action, however it ends. */
	private function run_queue_once(): void {
		$this->end_request();
		try {
			\ActionScheduler_QueueRunner::instance()->process_action( $this->planned()[0], 'test' );
		} catch ( \Throwable $error ) {
			self::assertSame( 'Killed', $error->getMessage() );
		}
	}
}
