<?php
/**
 * The nightly check leaves Sendcloud's requests to the shoppers.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Availability;

use ActionScheduler_QueueRunner;
use ActionScheduler_Store;
use SendcloudServicePoints\Domain\Selection;
use SendcloudServicePoints\Domain\ServicePoint;
use SendcloudServicePoints\Order\OrderServicePoints;
use SendcloudServicePoints\Tests\Integration\Clock;
use SendcloudServicePoints\Tests\Integration\SandboxRequests;
use SendcloudServicePoints\Tests\Integration\TestCase;
use WC_Order;
use WC_Order_Item_Shipping;

final class CheckRateTest extends TestCase {

	use SandboxRequests;

	protected function setUp(): void {
		parent::setUp();
		$this->forget_answers();
		$this->reset_sandbox();
		// The limit is one of calendar minutes: this is the first second of one.
		Clock::advance( 60 - Clock::now() % 60 );
	}

	protected function tearDown(): void {
		$this->reset_sandbox();
		Clock::start();
		parent::tearDown();
	}

	public function test_fifty_points_a_minute_are_asked_about_however_late_the_queue_runs(): void {
		$this->orders_to_different_points( 60 );
		do_action( 'sendcloud_service_points_daily_check' );
		// Nobody visited the shop for an hour, so both batches are due.
		Clock::advance( 3600 );

		$this->run_queue();
		self::assertSame( 50, $this->asked() );
		Clock::advance( 59 );
		$this->run_queue();
		self::assertSame( 50, $this->asked() );

		Clock::advance( 1 );
		$this->run_queue();
		self::assertSame( 60, $this->asked() );
		self::assertSame( [], $this->planned() );
	}

	public function test_orders_to_one_point_share_a_question(): void {
		$this->orders_to_different_points( 3, 1 );
		do_action( 'sendcloud_service_points_daily_check' );
		$this->run_queue();

		self::assertSame( 1, $this->asked() );
	}

	public function test_a_point_is_not_asked_about_before_sendcloud_wants_to_be_asked(): void {
		$this->orders_to_different_points( 2 );
		do_action( 'sendcloud_service_points_daily_check' );
		$this->fault(
			[
				'fault'       => 'rate_limited',
				'path'        => '/check-availability',
				'times'       => 1,
				'retry_after' => 300,
			]
		);
		$this->run_queue();
		self::assertSame( 1, $this->asked() );

		Clock::advance( 299 );
		$this->run_queue();
		self::assertSame( 1, $this->asked() );
		Clock::advance( 1 );
		$this->run_queue();
		self::assertSame( 3, $this->asked() );
	}

	public function test_a_slow_sendcloud_does_not_make_a_batch_longer_than_a_web_server_waits(): void {
		$this->orders_to_different_points( 5 );
		do_action( 'sendcloud_service_points_daily_check' );
		$slow = static function ( mixed $response ): mixed {
			Clock::advance( 8 );
			return $response;
		};
		add_filter( 'http_response', $slow );
		$start = Clock::now();
		ActionScheduler_QueueRunner::instance()->process_action( $this->planned( $start )[0], 'test' );
		$took = Clock::now() - $start;
		remove_filter( 'http_response', $slow );

		self::assertGreaterThan( 0, $this->asked() );
		self::assertLessThanOrEqual( 40, $took );
		Clock::advance( 60 );
		$this->run_queue();
		self::assertSame( 5, $this->asked() );
	}

	private function asked(): int {
		return count( $this->requests( '/check-availability' ) );
	}

	private function orders_to_different_points( int $orders, ?int $points = null ): void {
		$points ??= $orders;
		$answer = $this->sandbox_points( $points );
		for ( $number = 0; $number < $orders; $number++ ) {
			$order = new WC_Order();
			$line  = new WC_Order_Item_Shipping();
			$line->set_method_id( 'service_point_v2_shipping_method' );
			$order->add_item( $line );
			$order->set_status( 'processing' );
			$point = ServicePoint::from_array( $answer[ $number % $points ] );
			self::assertNotNull( $point );
			( new OrderServicePoints() )->write( $order, [ new Selection( $point ) ] );
			$order->save();
		}
		$this->sandbox( 'DELETE', '/_requests' );
	}

	/** @return list<array<string, mixed>> */
	private function sandbox_points( int $count ): array {
		$answer = $this->rest(
			'GET',
			'/sendcloud-service-points/v1/service-points',
			[
				'country' => 'FR',
				'address' => '75010 Paris',
				'limit'   => 100,
				'radius'  => 50_000,
			]
		);
		$points = array_slice( $answer->get_data()['service_points'], 0, $count );
		self::assertCount( $count, $points );
		return $points;
	}

	/** What is due, and what that makes due. */
	private function run_queue(): void {
		for ( $ids = $this->planned( Clock::now() ); [] !== $ids; $ids = $this->planned( Clock::now() ) ) {
			foreach ( $ids as $id ) {
				ActionScheduler_QueueRunner::instance()->process_action( $id, 'test' );
			}
		}
	}

	/** @return list<int> Batches planned until then. */
	private function planned( int $until = PHP_INT_MAX ): array {
		$ids = as_get_scheduled_actions(
			[
				'hook'     => 'sendcloud_service_points_check_batch',
				'status'   => ActionScheduler_Store::STATUS_PENDING,
				'per_page' => -1,
			],
			'ids'
		);
		return array_values( array_filter( array_map( 'intval', $ids ), static fn ( int $id ): bool => ActionScheduler_Store::instance()->get_date( $id )->getTimestamp() <= $until ) );
	}
}
