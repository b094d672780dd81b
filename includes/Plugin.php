<?php
/**
 * The composition root: the only place that says `new` for a service.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints;

use Automattic\WooCommerce\Utilities\FeaturesUtil;
use SendcloudServicePoints\Availability\AvailabilityChecker;
use SendcloudServicePoints\Availability\CheckBatch;
use SendcloudServicePoints\Availability\CheckProgress;
use SendcloudServicePoints\Availability\CheckQueue;
use SendcloudServicePoints\Availability\ClosedPointMail;
use SendcloudServicePoints\Availability\DailyCheck;
use SendcloudServicePoints\Availability\StatusKeeper;
use SendcloudServicePoints\Blocks\LocatorBlock;
use SendcloudServicePoints\Checkout\BlockCheckout;
use SendcloudServicePoints\Checkout\CheckoutSelections;
use SendcloudServicePoints\Checkout\ClassicCheckout;
use SendcloudServicePoints\Checkout\Guard;
use SendcloudServicePoints\Checkout\LostRate;
use SendcloudServicePoints\Checkout\NewSubscriptions;
use SendcloudServicePoints\Checkout\PaymentGuard;
use SendcloudServicePoints\Checkout\Placeholder;
use SendcloudServicePoints\Checkout\RecurringPackages;
use SendcloudServicePoints\Checkout\SelectionStore;
use SendcloudServicePoints\Checkout\SelectionValidator;
use SendcloudServicePoints\Checkout\ShippingPackages;
use SendcloudServicePoints\Checkout\StoreApi;
use SendcloudServicePoints\Compatibility\UnoptimisedCheckout;
use SendcloudServicePoints\Diagnostics\Diagnostics;
use SendcloudServicePoints\Export\DeletedOrders;
use SendcloudServicePoints\Export\ExportActions;
use SendcloudServicePoints\Export\ExportBatch;
use SendcloudServicePoints\Export\ExportFields;
use SendcloudServicePoints\Export\ExportMetaBox;
use SendcloudServicePoints\Export\ExportPolicy;
use SendcloudServicePoints\Export\ExportQueue;
use SendcloudServicePoints\Export\OrderSender;
use SendcloudServicePoints\Export\Schedule;
use SendcloudServicePoints\Official\Official;
use SendcloudServicePoints\Order\HoursFormatter;
use SendcloudServicePoints\Order\OrderDisplay;
use SendcloudServicePoints\Order\OrderPrivacy;
use SendcloudServicePoints\Order\OrderRestField;
use SendcloudServicePoints\Order\OrderServicePoints;
use SendcloudServicePoints\Order\PayForOrder;
use SendcloudServicePoints\Order\PointAsShippingAddress;
use SendcloudServicePoints\Order\PointFormatter;
use SendcloudServicePoints\Order\RelayLines;
use SendcloudServicePoints\Order\SubscriptionOrders;
use SendcloudServicePoints\OrderAdmin\CheckNotice;
use SendcloudServicePoints\OrderAdmin\OrderList;
use SendcloudServicePoints\OrderAdmin\OrderPanel;
use SendcloudServicePoints\OrderAdmin\OrderPointController;
use SendcloudServicePoints\OrderAdmin\PointChange;
use SendcloudServicePoints\Rest\ConnectionTestController;
use SendcloudServicePoints\Rest\ServicePointsController;
use SendcloudServicePoints\Rest\VisitorLimit;
use SendcloudServicePoints\Rules\Allowances;
use SendcloudServicePoints\Rules\ImpossibleRates;
use SendcloudServicePoints\Rules\ProductFields;
use SendcloudServicePoints\Sendcloud\CachedSource;
use SendcloudServicePoints\Sendcloud\CircuitBreaker;
use SendcloudServicePoints\Sendcloud\FallbackSource;
use SendcloudServicePoints\Sendcloud\Integrations;
use SendcloudServicePoints\Sendcloud\Orders;
use SendcloudServicePoints\Sendcloud\ServicePointSource;
use SendcloudServicePoints\Sendcloud\Transport;
use SendcloudServicePoints\Sendcloud\V2Source;
use SendcloudServicePoints\Sendcloud\V3Source;
use SendcloudServicePoints\Settings\AdminOptions;
use SendcloudServicePoints\Settings\ExportSettings;
use SendcloudServicePoints\Settings\Settings;
use SendcloudServicePoints\Settings\SettingsPage;
use SendcloudServicePoints\Shipping\MethodNames;
use SendcloudServicePoints\Shipping\MethodSettings;
use SendcloudServicePoints\Shipping\RelayRates;
use SendcloudServicePoints\Shipping\ShippingMethods;
use SendcloudServicePoints\Support\Assets;
use SendcloudServicePoints\Support\FrontendConfig;
use SendcloudServicePoints\Support\Logger;
use SendcloudServicePoints\Support\OfficialPlugin;
use SendcloudServicePoints\Support\Requirements;
use SendcloudServicePoints\Support\SharedCache;

final class Plugin {

	public const VERSION = '0.1.0';

	/** @param string $file The main plugin file. */
	public function __construct( private readonly string $file ) {}

	public function register(): void {
		add_action( 'init', [ $this, 'load_translations' ], 0 );
		add_action( 'before_woocommerce_init', [ $this, 'declare_compatibility' ] );
		// Before 10, where WooCommerce fires `woocommerce_blocks_loaded`, and late enough to know its version.
		add_action( 'plugins_loaded', [ $this, 'compose' ], 5 );
		( new Lifecycle( $this->file ) )->register();
	}

	public function compose(): void {
		$settings  = new Settings();
		$transport = new Transport( $settings, new Logger() );
		$source    = self::source( $transport, $settings );
		$assets    = new Assets( $this->file, new FrontendConfig( $this->file, $settings ) );

		$assets->register();
		( new ServicePointsController( $source, new VisitorLimit( new SharedCache( 'visitors', 256 ) ) ) )->register();
		( new LocatorBlock( $assets ) )->register();

		$requirements = new Requirements();
		$requirements->register();
		if ( $requirements->has_woocommerce() ) {
			( new AdminOptions() )->register();
			( new SettingsPage( $settings, $assets ) )->register();
			( new ConnectionTestController( new Integrations( $transport, $settings ) ) )->register();
			( new Diagnostics( $settings, $transport, $source, $assets ) )->register();
			self::compose_shop( $source, $assets );
			( new Official( new OfficialPlugin(), $settings ) )->register();
			self::compose_export( $transport, $settings );
		}
	}

	public function load_translations(): void {
		load_plugin_textdomain( 'sendcloud-service-points', false, dirname( plugin_basename( $this->file ) ) . '/languages' );
	}

	public function declare_compatibility(): void {
		foreach ( [ 'custom_order_tables', 'cart_checkout_blocks' ] as $feature ) {
			FeaturesUtil::declare_compatibility( $feature, $this->file, true );
		}
	}

	/** Asked from the outside in: the cache, the circuit breaker, then Sendcloud's API v3 or v2. */
	private static function source( Transport $transport, Settings $settings ): ServicePointSource {
		$sendcloud = new FallbackSource( new V3Source( $transport, $settings ), new V2Source( $transport, $settings ), $settings );
		$guarded   = new CircuitBreaker( $sendcloud, new SharedCache( 'outage', 1 ), $settings );
		return new CachedSource( $guarded, new SharedCache( 'answers', 256 ), $settings );
	}

	/** What needs WooCommerce; the checkout is left alone where Sendcloud's Dynamic Checkout runs it. */
	private static function compose_shop( ServicePointSource $source, Assets $assets ): void {
		$official   = new OfficialPlugin();
		$rates      = new RelayRates( new MethodSettings(), new MethodNames() );
		$allowances = new Allowances( new MethodSettings() );
		$store      = new SelectionStore();
		$selections = new CheckoutSelections( new ShippingPackages( $rates, $allowances, new RecurringPackages() ), $store, new SelectionValidator( $source, new Logger() ) );
		$formatter  = new PointFormatter( new HoursFormatter() );
		$points     = new OrderServicePoints();

		if ( ! $official->is_dynamic_checkout_active() ) {
			( new ShippingMethods( $official ) )->register();
			$store->register();
			( new StoreApi( $selections ) )->register();
			( new BlockCheckout( $rates, $assets ) )->register();
			( new ClassicCheckout( $selections, new Placeholder( $selections, $formatter ), $rates, $assets ) )->register();
			$lost = new LostRate( $rates );
			$lost->register();
			( new Guard( $selections, $points, $lost ) )->register();
			( new PaymentGuard( new RelayLines( $rates, $points ) ) )->register();
			( new NewSubscriptions( $selections, $points ) )->register();
			( new ImpossibleRates( $rates, $allowances ) )->register();
			( new UnoptimisedCheckout( $rates ) )->register();
		}
		$rates->register();
		( new ProductFields() )->register();
		$display = new OrderDisplay( $points, $formatter );
		$display->register();
		self::compose_orders( $source, $rates, $points, $formatter, $assets );
		( new PayForOrder( $display, $points, new RelayLines( $rates, $points ) ) )->register();
		( new PointAsShippingAddress( new Settings(), $points ) )->register();
		( new OrderRestField( $points ) )->register();
		( new OrderPrivacy( $points, $formatter ) )->register();
		( new SubscriptionOrders( $points ) )->register();

		require_once __DIR__ . '/api.php';
	}

	/** The merchant's side of an order: its screen, the list, and whether its point is still open. */
	private static function compose_orders( ServicePointSource $source, RelayRates $rates, OrderServicePoints $points, PointFormatter $formatter, Assets $assets ): void {
		$lines    = new RelayLines( $rates, $points );
		$keeper   = new StatusKeeper( $points, $lines );
		$queue    = new CheckQueue();
		$progress = new CheckProgress();
		$notice   = new CheckNotice( $queue, $progress, $assets );
		$change   = new PointChange( $points, $lines, new SelectionValidator( $source, new Logger() ) );

		$keeper->register();
		( new CheckBatch( new AvailabilityChecker( $source, $points, $keeper ), $queue, $progress, new SharedCache( 'availability', 8 ) ) )->register();
		( new DailyCheck( $queue ) )->register();
		( new ClosedPointMail( $formatter ) )->register();
		( new OrderPanel( $points, $change, $lines, $formatter, $assets ) )->register();
		( new OrderPointController( $change, $progress, $notice ) )->register();
		( new OrderList( $points, $formatter, $assets ) )->register();
		$notice->register();
	}

	/** Sends orders to Sendcloud, where no plugin of its own does. */
	private static function compose_export( Transport $transport, Settings $settings ): void {
		$export = new ExportSettings( new OfficialPlugin() );
		$orders = new Orders( $transport, $settings );
		$policy = new ExportPolicy( $export, new OrderServicePoints() );
		$queue  = new ExportQueue( $export, $policy, new Schedule() );

		$queue->register();
		( new ExportBatch( $queue, $policy, new OrderSender( $orders ), $orders, new SharedCache( 'export', 1 ) ) )->register();
		( new DeletedOrders( $orders ) )->register();
		( new ExportFields( $export, $settings, new Integrations( $transport, $settings ) ) )->register();
		( new ExportMetaBox( $export, $policy ) )->register();
		( new ExportActions( $export, $policy, $queue ) )->register();
	}
}
