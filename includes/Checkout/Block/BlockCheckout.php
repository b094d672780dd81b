<?php
/**
 * Service points in the block checkout.
 *
 * Adds our inner block and its script to the checkout block. What the script shows comes with the cart (StoreApi).
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Checkout\Block;

use Automattic\WooCommerce\Blocks\Integrations\IntegrationInterface;
use Automattic\WooCommerce\Blocks\Integrations\IntegrationRegistry;
use SendcloudServicePoints\Frontend\Assets;
use SendcloudServicePoints\Shipping\RelayRates;

final class BlockCheckout implements IntegrationInterface {

	private const HANDLE = 'sendcloud-service-points-checkout-block';

	public function __construct( private readonly RelayRates $rates, private readonly Assets $assets ) {}

	public function register(): void {
		add_action( 'woocommerce_blocks_checkout_block_registration', [ $this, 'integrate' ] );
	}

	/**
	 * The editor always shows where the block will be; shoppers get it when there can be something to choose.
	 */
	public function integrate( mixed $registry ): void {
		if ( ! $registry instanceof IntegrationRegistry ) {
			return;
		}
		if ( is_admin() || $this->rates->can_exist() ) {
			$registry->register( $this );
		}
	}

	public function get_name(): string {
		return StoreApi::NAMESPACE;
	}

	public function initialize(): void {
		register_block_type( $this->assets->path( 'checkout-block/block.json' ), [ 'editor_style_handles' => [ self::HANDLE ] ] );
		// Pages saved before the block existed do not render it on the server, so its style cannot hang on that.
		add_action(
			'woocommerce_blocks_enqueue_checkout_block_scripts_after',
			function (): void {
				$this->assets->register_handles();
				wp_enqueue_style( self::HANDLE );
			}
		);
	}

	/** @return list<string> */
	public function get_script_handles(): array {
		return [ self::HANDLE ];
	}

	/** @return list<string> */
	public function get_editor_script_handles(): array {
		return [ self::HANDLE . '-editor' ];
	}

	/** @return array<string, mixed> */
	public function get_script_data(): array {
		return [];
	}
}
