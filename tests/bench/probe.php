<?php
/**
 * Measures one thing that happens in the background: php probe.php SHOP_FOLDER NAME. Prints JSON.
 */

declare( strict_types=1 );

use Automattic\WooCommerce\Utilities\OrderUtil;
use SendcloudServicePoints\Diagnostics\Checks\OrderStatusesCheck;
use SendcloudServicePoints\Diagnostics\Checks\OrdersWithoutPointCheck;
use SendcloudServicePoints\Diagnostics\Probes\RecentOrders;
use SendcloudServicePoints\Export\ExportQueue;
use SendcloudServicePoints\Order\OrderServicePoints;
use SendcloudServicePoints\Settings\ExportSettings;
use SendcloudServicePoints\Shipping\MethodNames;
use SendcloudServicePoints\Shipping\MethodSettings;
use SendcloudServicePoints\Shipping\RelayRates;

require __DIR__ . '/shop.php';
require __DIR__ . '/must-use/bench-queue.inc';

const BENCH_BATCH  = 'sendcloud_service_points_check_batch';
const BENCH_EXPORT = 'sendcloud_service_points_export';

/** @return array{seconds: float, queries: int, megabytes: float} */
function bench_measure( callable $work ): array {
	global $wpdb;
	wp_cache_flush();
	gc_collect_cycles();
	if ( function_exists( 'memory_reset_peak_usage' ) ) {
		memory_reset_peak_usage();
	}
	$memory  = memory_get_usage();
	$queries = $wpdb->num_queries;
	$start   = microtime( true );
	$work();
	return [
		'seconds'   => microtime( true ) - $start,
		'queries'   => $wpdb->num_queries - $queries,
		'megabytes' => ( memory_get_peak_usage() - $memory ) / 1024 ** 2,
	];
}

/** @return array<string, float|int> */
function bench_action( string $hook ): array {
	$next   = bench_pending( $hook )[0] ?? 0;
	$before = count( bench_pending( $hook ) );
	if ( 0 === $next ) {
		throw new RuntimeException( "No action of $hook is planned." );
	}
	$figures = bench_measure( static fn () => ActionScheduler_QueueRunner::instance()->process_action( $next, 'benchmark' ) );
	return $figures + [ 'planned' => count( bench_pending( $hook ) ) - $before + 1 ];
}

/** @return array<string, float|int> */
function bench_planning(): array {
	$figures = bench_measure( static fn () => do_action( 'sendcloud_service_points_daily_check' ) );
	$actions = bench_pending( BENCH_BATCH );
	$orders  = array_map( static fn ( int $id ): int => count( ActionScheduler::store()->fetch_action( (string) $id )->get_args()[0] ), $actions );
	// From here on the benchmark says when they run.
	bench_schedule( BENCH_BATCH, time() + DAY_IN_SECONDS );
	return $figures + [
		'actions' => count( $actions ),
		'orders'  => array_sum( $orders ),
		'batch'   => max( $orders ),
	];
}

/** @return array<string, float|int> */
function bench_batch(): array {
	bench_forget();
	return bench_action( BENCH_BATCH );
}

/** @return array<string, array<string, float|int>> */
function bench_diagnostics(): array {
	$rates  = new RelayRates( new MethodSettings(), new MethodNames() );
	$checks = [
		new OrdersWithoutPointCheck( new RecentOrders( $rates ), new OrderServicePoints() ),
		new OrderStatusesCheck( new RecentOrders( $rates ) ),
	];
	$found  = [];
	foreach ( $checks as $check ) {
		$found[ $check->id() ] = bench_measure( $check->run( ... ) );
	}
	return $found;
}

/** @return array<string, float|int> What becomes of old orders when the export is switched on. */
function bench_export_on(): array {
	$figures = bench_measure(
		static function () {
			update_option( ExportSettings::INTEGRATION, 451235 );
			update_option( ExportSettings::ENABLED, 'yes' );
			bench_end_request();
		}
	);
	return $figures + [
		'actions' => count( bench_pending( BENCH_EXPORT ) ),
		'orders'  => bench_waiting(),
	];
}

function bench_waiting(): int {
	global $wpdb;
	$table = OrderUtil::custom_orders_table_usage_is_enabled() ? $wpdb->prefix . 'wc_orders_meta' : $wpdb->postmeta;
	return (int) $wpdb->get_var( "SELECT COUNT(*) FROM $table WHERE meta_key = '_sendcloud_export_waiting'" ); // phpcs:ignore WordPress.DB
}

/** As if a merchant had had all of them sent by hand: what their orders remember of that, written at once. */
function bench_export_queue(): void {
	global $wpdb;
	$is_own = OrderUtil::custom_orders_table_usage_is_enabled();
	$table  = $is_own ? $wpdb->prefix . 'wc_orders_meta' : $wpdb->postmeta;
	$column = $is_own ? 'order_id' : 'post_id';
	$values = [
		'_sendcloud_export_waiting'   => (string) ( time() - 60 ),
		'_sendcloud_export_state' => 'queued',
		'_sendcloud_export_time'  => (string) ( time() - 60 ),
		'_sendcloud_export_order' => null,
	];
	foreach ( $values as $key => $value ) {
		$value = null === $value ? $column : $wpdb->prepare( '%s', $value );
		$wpdb->query( "INSERT INTO $table ( $column, meta_key, meta_value ) SELECT $column, '$key', $value FROM $table WHERE meta_key = '_sendcloud_service_point_status'" ); // phpcs:ignore WordPress.DB
	}
	as_schedule_single_action( time() + DAY_IN_SECONDS, BENCH_EXPORT, [ 0 ], 'sendcloud-service-points' );
}

/** What the export does when a request ends. */
function bench_end_request(): void {
	foreach ( $GLOBALS['wp_filter']['shutdown']->callbacks[5] ?? [] as [ 'function' => $callback ] ) {
		if ( is_array( $callback ) && $callback[0] instanceof ExportQueue ) {
			$callback();
		}
	}
}

/** @return array<string, list<float>> Seconds to save an order that changes, with the export off and on. */
function bench_export_save(): array {
	$order = wc_get_orders( [ 'limit' => 1, 'status' => 'processing' ] )[0]; // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
	$times = [];
	for ( $round = 0; $round < 34; $round++ ) {
		$state  = 0 === $round % 2 ? 'no' : 'yes';
		$filter = static fn () => $state;
		add_filter( 'pre_option_' . ExportSettings::ENABLED, $filter );
		$fresh   = wc_get_order( $order->get_id() );
		$figures = bench_measure(
			static function () use ( $fresh, $round ) {
				$fresh->set_customer_note( "Note $round" );
				$fresh->save();
				bench_end_request();
			}
		);
		remove_filter( 'pre_option_' . ExportSettings::ENABLED, $filter );
		if ( $round > 3 ) {
			$times[ $state ][] = $figures['seconds'];
		}
	}
	return $times;
}

$bench_result = match ( $argv[2] ) {
	'planning'     => bench_planning(),
	'batch'        => bench_batch(),
	'diagnostics'  => bench_diagnostics(),
	'export-on'    => bench_export_on(),
	'export-queue' => bench_export_queue(),
	'export-batch' => bench_action( BENCH_EXPORT ) + [ 'waiting' => bench_waiting() ],
	'export-save'  => bench_export_save(),
};
bench_say( (string) wp_json_encode( $bench_result ) );
