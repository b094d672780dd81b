<?php
/**
 * A point whose details its carrier has not confirmed lately is no closed point: no mail, no flag, a mark on the order's screen.
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

final class ExpiredPointsTest extends TestCase {

	use SandboxRequests;

	private const PARIS   = 1000010;
	private const EXPIRED = 1000014;
	private const STALE   = 1000020;
	private const GONE    = 1999999;

	private const MARK = 'Not confirmed by the carrier lately.';

	/** @var list<string> Subjects. */
	private array $mails = [];

	protected function setUp(): void {
		parent::setUp();
		$this->forget_answers();
		$this->reset_sandbox();
		Clock::advance( 60 - Clock::now() % 60 );
		add_filter(
			'pre_wp_mail',
			function ( mixed $sent, array $mail ): bool {
				$this->mails[] = $mail['subject'];
				return true;
			},
			10,
			2
		);
		$this->clear_queue();
	}

	protected function tearDown(): void {
		$this->reset_sandbox();
		Clock::start();
		parent::tearDown();
	}

	/** @group slow */
	public function test_the_nightly_check_of_a_thousand_orders_with_fifty_expired_points_has_nothing_to_tell(): void {
		$expired = $this->sandbox( 'GET', '/_oddities/expired?limit=50' )['ids'];
		self::assertCount( 50, $expired );
		$orders = array_map( fn ( int $number ): int => $this->order_to( $expired[ $number ] ?? self::PARIS )->get_id(), range( 0, 999 ) );

		// WooCommerce's own, of the new orders.
		$this->mails = [];

		do_action( 'sendcloud_service_points_daily_check' );
		$this->run_queue();

		self::assertCount( 50, array_unique( array_filter( array_column( $this->requests( '/check-availability' ), 'path' ), static fn ( string $path ): bool => ! str_contains( $path, (string) self::PARIS ) ) ), 'Each is asked about.' );
		self::assertSame( [], $this->mails );
		wp_cache_flush();
		foreach ( $orders as $number => $id ) {
			$order = wc_get_order( $id );
			self::assertSame( 'ok', $order->get_meta( '_sendcloud_service_point_status' ) );
			self::assertSame( $number < 50 ? [ $expired[ $number ] => true ] : '', $order->get_meta( '_sendcloud_service_point_expired' ) );
		}
	}

	public function test_the_orders_screen_says_so_until_the_carrier_confirms_it(): void {
		$order = $this->order_to( self::EXPIRED );
		self::assertStringNotContainsString( self::MARK, $this->screen( $order ), 'It was fresh when it was chosen.' );

		$this->check( $order );
		self::assertStringContainsString( self::MARK, $this->screen( $order ) );
		self::assertStringContainsString( 'data-closed="no"', $this->screen( $order ) );

		$chosen_so = $this->order_to( self::PARIS, [ 'is_expired' => true ] );
		self::assertStringContainsString( self::MARK, $this->screen( $chosen_so ) );
		$this->check( $chosen_so );
		self::assertStringNotContainsString( self::MARK, $this->screen( $chosen_so ) );
	}

	public function test_full_and_withdrawn_are_told_by_their_names(): void {
		$full = $this->order_to( self::STALE );
		$gone = $this->order_to( self::GONE );

		$this->mails = [];
		$this->check( $full, $gone );

		self::assertCount( 2, $this->mails );
		foreach ( [ [ $full, 'takes no parcels at the moment' ], [ $gone, 'has been withdrawn' ] ] as [ $order, $words ] ) {
			self::assertSame( 'closed', $this->reload( $order )->get_meta( '_sendcloud_service_point_status' ) );
			self::assertCount( 1, preg_grep( "/$words/", array_column( wc_get_order_notes( [ 'order_id' => $order->get_id() ] ), 'content' ) ) );
			self::assertStringNotContainsString( self::MARK, $this->screen( $order ), 'What matters is that it cannot be used.' );
		}
	}

	public function test_orders_that_an_earlier_version_marked_closed_are_looked_at_again_after_the_update(): void {
		$wrongly = $this->marked_closed( self::EXPIRED, 'processing' );
		$shipped = $this->marked_closed( self::EXPIRED, 'completed' );
		$rightly = $this->marked_closed( self::STALE, 'processing' );
		update_option( 'sendcloud_service_points_daily_check', 'yes' );

		do_action( 'action_scheduler_init' );
		do_action( 'action_scheduler_init' );
		$reviews = $this->planned( 'sendcloud_service_points_review_closed' );
		self::assertCount( 1, $reviews );
		ActionScheduler_QueueRunner::instance()->process_action( $reviews[0], 'test' );
		$this->run_queue();

		foreach ( [ [ $wrongly, 'ok' ], [ $shipped, 'ok' ], [ $rightly, 'closed' ] ] as [ $order, $status ] ) {
			self::assertSame( $status, $this->reload( $order )->get_meta( '_sendcloud_service_point_status' ) );
		}
		self::assertSame( [], $this->mails );
		do_action( 'action_scheduler_init' );
		self::assertSame( [], $this->planned( 'sendcloud_service_points_review_closed' ), 'Once.' );
	}

	/** @param array<string, mixed> $more Of the point. */
	private function order_to( int $id, array $more = [] ): WC_Order {
		$order = new WC_Order();
		$line  = new WC_Order_Item_Shipping();
		$line->set_method_id( 'service_point_v2_shipping_method' );
		$order->add_item( $line );
		$order->set_status( 'processing' );
		$point = ServicePoint::from_array(
			$more + [
				'id'   => $id,
				'name' => "Point $id",
			]
		);
		self::assertNotNull( $point );
		( new OrderServicePoints() )->write( $order, [ new Selection( $point ) ] );
		$order->save();
		return $order;
	}

	private function marked_closed( int $point, string $status ): WC_Order {
		$order = $this->order_to( $point );
		$order->update_meta_data( '_sendcloud_service_point_closed', [ $point => true ] );
		$order->set_status( $status );
		$order->save();
		self::assertSame( 'closed', $order->get_meta( '_sendcloud_service_point_status' ) );
		$this->mails = [];
		return $order;
	}

	private function check( WC_Order ...$orders ): void {
		do_action( 'sendcloud_service_points_check_batch', array_map( static fn ( WC_Order $order ): int => $order->get_id(), $orders ), '', 0 );
	}

	private function screen( WC_Order $order ): string {
		ob_start();
		do_action( 'woocommerce_admin_order_data_after_shipping_address', $this->reload( $order ) );
		return (string) ob_get_clean();
	}

	private function run_queue(): void {
		for ( $minutes = 0; $minutes < 60 && [] !== $this->planned( 'sendcloud_service_points_check_batch' ); $minutes++ ) {
			Clock::advance( 60 );
			ActionScheduler_QueueRunner::instance()->process_action( $this->planned( 'sendcloud_service_points_check_batch' )[0], 'test' );
		}
		self::assertSame( [], $this->planned( 'sendcloud_service_points_check_batch' ) );
	}

	private function clear_queue(): void {
		foreach ( [ 'sendcloud_service_points_check_batch', 'sendcloud_service_points_review_closed' ] as $hook ) {
			as_unschedule_all_actions( $hook );
		}
	}

	/** @return list<int> Actions, in the order in which they are due. */
	private function planned( string $hook ): array {
		$ids = as_get_scheduled_actions(
			[
				'hook'     => $hook,
				'status'   => ActionScheduler_Store::STATUS_PENDING,
				'per_page' => -1,
				'orderby'  => 'date',
			],
			'ids'
		);
		return array_values( array_map( 'intval', $ids ) );
	}
}
