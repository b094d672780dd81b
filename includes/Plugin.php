<?php
/**
 * The plugin's features, and the kinds of requests that they are loaded in.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints;

use SendcloudServicePoints\Features\Checkout;
use SendcloudServicePoints\Features\Diagnostics;
use SendcloudServicePoints\Features\Export;
use SendcloudServicePoints\Features\Feature;
use SendcloudServicePoints\Features\Orders;
use SendcloudServicePoints\Features\Search;
use SendcloudServicePoints\Features\SendcloudPlugins;
use SendcloudServicePoints\Features\Settings;
use SendcloudServicePoints\Support\Requirements;
use SendcloudServicePoints\Support\Trigger;

final class Plugin {

	/** Those that need WooCommerce. */
	private const SHOP = [ Settings::class, Diagnostics::class, Checkout::class, Orders::class, SendcloudPlugins::class, Export::class ];

	/** For the functions of api.php alone, which have no other way to them. */
	private static Services $services;

	/** @var list<Feature> */
	private array $features = [];

	/** @param string $file The main plugin file. */
	public function __construct( private readonly string $file ) {}

	public static function services(): Services {
		return self::$services;
	}

	public function register(): void {
		add_action( 'init', [ $this, 'load_translations' ], 0 );
		// Early, and late enough to know the version of WooCommerce.
		add_action( 'plugins_loaded', [ $this, 'load_features' ], 5 );
		register_activation_hook( $this->file, [ Lifecycle::class, 'reschedule' ] );
		register_deactivation_hook( $this->file, [ Lifecycle::class, 'unschedule' ] );
	}

	public function load_features(): void {
		$requirements = new Requirements( $this->file );
		$requirements->register();
		self::$services = new Services( $this->file );
		$names          = [ Search::class, ...( $requirements->has_woocommerce() ? self::SHOP : [] ) ];
		$this->features = array_map( static fn ( string $name ): Feature => new $name( self::$services ), $names );
		$this->each( static fn ( Feature $feature ) => $feature->register() );
		add_action( 'rest_api_init', [ $this, 'load_routes' ] );
		Trigger::on( [ 'action_scheduler_before_execute' ], fn () => $this->each( static fn ( Feature $feature ) => $feature->register_background() ) );

		$is_cli = defined( 'WP_CLI' ) && WP_CLI;
		if ( is_admin() || wp_doing_cron() || $is_cli ) {
			$this->load_admin();
		}
		if ( $is_cli ) {
			$this->each( static fn ( Feature $feature ) => $feature->register_commands() );
		}
		if ( $requirements->has_woocommerce() ) {
			require_once __DIR__ . '/api.php';
		}
	}

	/** A cart that asks the Store API needs none of our own routes. */
	public function load_routes(): void {
		if ( ! Feature::is_store_api_request() ) {
			$this->each( static fn ( Feature $feature ) => $feature->register_routes() );
		}
	}

	public function load_admin(): void {
		$this->each( static fn ( Feature $feature ) => $feature->register_admin() );
	}

	public function load_translations(): void {
		load_plugin_textdomain( 'sendcloud-service-points', false, dirname( plugin_basename( $this->file ) ) . '/languages' );
	}

	/** @param callable( Feature ): void $load */
	private function each( callable $load ): void {
		array_map( $load, $this->features );
	}
}
