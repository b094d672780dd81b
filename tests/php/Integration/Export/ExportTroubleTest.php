<?php
/**
 * Sendcloud refuses, does not answer, or the process dies.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Export;

use ActionScheduler_QueueRunner;
use ActionScheduler_Store;
use Error;
use RuntimeException;
use SendcloudServicePoints\Export\ExportState;
use SendcloudServicePoints\Export\Schedule;
use SendcloudServicePoints\Support\Lock;
use SendcloudServicePoints\Tests\Integration\Clock;
use Throwable;
use WC_Order;

final class ExportTroubleTest extends ExportTestCase {

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
			static fn ( array $data, WC_Order $order ): array => $order->get_id() === $bad->get_id() ? throw new RuntimeException( 'No such warehouse' ) : $data,
			10,
			2
		);
		$this->run_queue();

		self::assertSame( [ $good->get_id() ], $this->ids_at_sendcloud() );
		self::assertSame( 'No such warehouse', $this->record( $bad )->error() );
	}

	/** @return array<string, array{callable(): string}> */
	public function clocks(): array {
		return [
			'a clock'       => [ static fn (): string => (string) microtime( true ) ],
			'a slow clock'  => [ static fn (): string => (string) Clock::now() ],
			'a lucky dip'   => [ static fn (): string => wp_generate_uuid4() ],
		];
	}

	/** @dataProvider clocks */
	public function test_a_filter_that_never_says_the_same_twice_does_not_send_its_order_for_ever( callable $clock ): void {
		add_filter( 'sendcloud_service_points_order_payload', static fn ( array $data ): array => [ 'shipping_details' => [ 'delivery_indicator' => $clock() ] ] + $data );
		// Sendcloud takes its time.
		add_action( 'http_api_debug', static fn () => Clock::advance( 1 ) );
		$order = $this->relay_order();
		$this->run_queue();
		self::assertSame( ExportState::Sent, $this->record( $order )->state() );
		self::assertLessThan( 6, $this->sent_requests() );
		self::assertSame( [], $this->planned() );

		// Whoever saves it has it sent again, and no other order waits for it.
		$this->reset_sandbox();
		$this->reload( $order )->save();
		$other = $this->relay_order();
		$this->run_queue();
		self::assertGreaterThan( 0, $this->sent_requests() );
		self::assertLessThan( 6, $this->sent_requests() );
		self::assertSame( [ $order->get_id(), $other->get_id() ], $this->ids_at_sendcloud() );
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
			$next     = ActionScheduler_Store::instance()->get_date( $this->planned()[0] )->getTimestamp();
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
			throw new Error( 'Killed' );
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

	public function test_orders_wait_while_the_keys_are_wrong_and_go_as_soon_as_they_are_right(): void {
		update_option( 'sendcloud_service_points_secret_key', 'wrong' );
		$order = $this->relay_order();
		$this->run_queue();
		self::assertSame( ExportState::Queued, $this->record( $order )->state() );
		self::assertStringContainsString( 'key', $this->record( $order )->error() );

		update_option( 'sendcloud_service_points_secret_key', 'sandbox-secret' );
		$this->run_queue();
		self::assertSame( [ $order->get_id() ], $this->ids_at_sendcloud() );
	}

	public function test_who_sends_an_order_again_does_not_wait_for_the_pause_to_end(): void {
		$order = $this->relay_order();
		$this->fault(
			[
				'fault' => 'server_error',
				'path'  => '/orders',
			]
		);
		$this->run_queue();
		Clock::advance( 60 );
		$this->run_queue();
		self::assertSame( 2, $this->sent_requests() );

		$this->reset_sandbox();
		wp_set_current_user( 1 );
		do_action( 'woocommerce_order_action_sendcloud_service_points_export', $this->reload( $order ) );
		$this->run_queue();

		self::assertSame( ExportState::Sent, $this->record( $order )->state() );
	}

	public function test_a_batch_does_not_work_beside_another(): void {
		$order = $this->relay_order();
		$this->end_request();
		$lock = Lock::acquire( Schedule::HOOK, 300 );
		self::assertNotNull( $lock );
		$this->run_queue();
		self::assertSame( 0, $this->sent_requests() );

		$lock->release();
		Clock::advance( 60 );
		$this->run_queue();
		self::assertSame( [ $order->get_id() ], $this->ids_at_sendcloud() );
	}

	/** One action, however it ends. */
	private function run_queue_once(): void {
		$this->end_request();
		try {
			ActionScheduler_QueueRunner::instance()->process_action( $this->planned()[0], 'test' );
		} catch ( Throwable $error ) {
			self::assertSame( 'Killed', $error->getMessage() );
		}
	}
}
