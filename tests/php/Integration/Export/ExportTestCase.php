<?php
/**
 * A shop that sends its orders to the sandbox's API integration.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Export {

	use ActionScheduler_QueueRunner;
	use ActionScheduler_Store;
	use SendcloudServicePoints\Domain\Selection;
	use SendcloudServicePoints\Domain\ServicePoint;
	use SendcloudServicePoints\Export\ExportQueue;
	use SendcloudServicePoints\Export\ExportRecord;
	use SendcloudServicePoints\Export\Schedule;
	use SendcloudServicePoints\Order\OrderServicePoints;
	use SendcloudServicePoints\Settings\ExportSettings;
	use SendcloudServicePoints\Tests\Integration\Clock;
	use SendcloudServicePoints\Tests\Integration\SandboxRequests;
	use SendcloudServicePoints\Tests\Integration\TestCase;
	use WC_Order;
	use WC_Order_Item_Shipping;

	abstract class ExportTestCase extends TestCase {

		use SandboxRequests {
			fault as protected;
			requests as protected;
			reset_sandbox as protected;
		}

		/** Of tests/sandbox/integration.ts. */
		protected const INTEGRATION = 451235;

		protected function setUp(): void {
			parent::setUp();
			$this->forget_answers();
			$this->reset_sandbox();
			// Orders that were rolled back here are still there, and their numbers are given away again.
			foreach ( $this->at_sendcloud() as $order ) {
				$this->api( 'DELETE', "/orders/{$order['id']}" );
			}
			$this->reset_sandbox();
			update_option( ExportSettings::INTEGRATION, self::INTEGRATION );
			update_option( ExportSettings::ENABLED, 'yes' );
			$this->end_request();
		}

		protected function tearDown(): void {
			$this->end_request();
			Clock::start();
			parent::tearDown();
		}

		/** An order as a checkout leaves it behind; saved, its request not yet over. */
		protected function place_order( ?Selection $selection = null, string $status = 'processing', string $sku = 'mug', int $quantity = 1 ): WC_Order {
			$order = new WC_Order();
			$order->add_product( $this->product( $sku ), $quantity );
			$shipping = new WC_Order_Item_Shipping();
			$shipping->set_props(
				[
					'method_id'    => null === $selection ? 'flat_rate' : 'service_point_v2_shipping_method',
					'method_title' => null === $selection ? 'Home delivery' : 'Service Point Delivery',
					'total'        => '5.00',
				]
			);
			$order->add_item( $shipping );
			$address = [
				'first_name' => 'Robin',
				'last_name'  => 'Tester',
				'address_1'  => '10 rue de la Paix',
				'postcode'   => '75002',
				'city'       => 'Paris',
				'country'    => 'FR',
			];
			$order->set_address( $address, 'shipping' );
			$order->set_address(
				$address + [
					'email' => 'robin@example.com',
					'phone' => '+33123456789',
				],
				'billing'
			);
			$order->set_payment_method( 'bacs' );
			$order->calculate_totals();
			if ( null !== $selection ) {
				( new OrderServicePoints() )->write( $order, [ $selection ] );
			}
			$order->set_status( $status );
			$order->save();
			return $order;
		}

		protected function relay_order( string $status = 'processing' ): WC_Order {
			return $this->place_order( self::selection(), $status );
		}

		protected static function selection( string $post_number = '' ): Selection {
			$point = ServicePoint::from_array(
				[
					'id'                => 1000010,
					'name'              => 'Relais du Faubourg',
					'carrier'           => [
						'code' => 'mondial_relay',
						'name' => 'Mondial Relay',
					],
					'carrier_shop_type' => '24R',
					'address'           => [
						'street'       => 'Rue du Faubourg Saint-Denis',
						'house_number' => '1',
						'postal_code'  => '75010',
						'city'         => 'Paris',
						'country_code' => 'FR',
					],
					'position'          => [
						'latitude'  => 48.8709,
						'longitude' => 2.3545,
					],
				]
			);
			self::assertNotNull( $point );
			return new Selection( $point, $post_number );
		}

		/** What the export does when a request ends. */
		protected function end_request(): void {
			foreach ( $GLOBALS['wp_filter']['shutdown']->callbacks[5] ?? [] as [ 'function' => $callback ] ) {
				if ( is_array( $callback ) && $callback[0] instanceof ExportQueue ) {
					$callback();
				}
			}
		}

		/** Ends the request, and lets Action Scheduler do what is due, and what that makes due. */
		protected function run_queue(): void {
			$this->end_request();
			for ( $round = 0; $round < 20; $round++ ) {
				$ids = $this->planned( Clock::now() );
				if ( [] === $ids ) {
					return;
				}
				foreach ( $ids as $id ) {
					ActionScheduler_QueueRunner::instance()->process_action( $id, 'test' );
				}
				$this->end_request();
			}
			self::fail( 'The queue has no end.' );
		}

		/** @return list<int> Actions of the export planned until then. */
		protected function planned( int $until = PHP_INT_MAX ): array {
			$ids = as_get_scheduled_actions(
				[
					'group'    => Schedule::GROUP,
					'status'   => ActionScheduler_Store::STATUS_PENDING,
					'per_page' => 10,
				],
				'ids'
			);
			return array_values( array_filter( array_map( 'intval', $ids ), static fn ( int $id ): bool => ActionScheduler_Store::instance()->get_date( $id )->getTimestamp() <= $until ) );
		}

		/** @return array<array-key, array<string, mixed>> What is at Sendcloud, by `order_id`. */
		protected function at_sendcloud(): array {
			$orders = [];
			for ( $cursor = ''; null !== $cursor; ) {
				$page   = $this->api( 'GET', '/orders?page_size=200' . $cursor )['data'];
				$orders = [ ...$orders, ...$page ];
				$cursor = count( $page ) < 200 ? null : '&cursor=' . base64_encode( 'p=' . end( $page )['id'] ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_encode
			}
			self::assertCount( count( $orders ), array_unique( array_column( $orders, 'order_id' ) ), 'An order is there twice.' );
			return array_column( $orders, null, 'order_id' );
		}

		/** @return list<int> */
		protected function ids_at_sendcloud(): array {
			$ids = array_map( 'intval', array_keys( $this->at_sendcloud() ) );
			sort( $ids );
			return $ids;
		}

		protected function record( WC_Order $order ): ExportRecord {
			return ExportRecord::from_order( $this->reload( $order ) );
		}

		/** How often orders were sent. */
		protected function sent_requests(): int {
			return count( array_filter( $this->requests( '/orders' ), static fn ( array $request ): bool => 'POST' === $request['method'] ) );
		}

		protected function api( string $method, string $path ): mixed {
			$response = wp_remote_request(
				SHOP_SANDBOX . '/api/v3' . $path,
				[
					'method'  => $method,
					'headers' => [ 'Authorization' => 'Basic ' . base64_encode( 'sandbox-public:sandbox-secret' ) ], // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_encode
				]
			);
			return json_decode( wp_remote_retrieve_body( $response ), true );
		}
	}
}

namespace SendcloudServicePoints\Export {

	use SendcloudServicePoints\Tests\Integration\Clock;

	function time(): int {
		return Clock::now();
	}
}
