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
use Closure;
use SendcloudServicePoints\Frontend\Assets;
use SendcloudServicePoints\Info;
use SendcloudServicePoints\Shipping\RelayRates;

final class BlockCheckout implements IntegrationInterface {

	private const HANDLE = 'sendcloud-service-points-checkout-block';

	/** @param Closure(): RelayRates $rates Asked on the checkout alone: WooCommerce collects the blocks of every page. */
	public function __construct( private readonly Closure $rates, private readonly Assets $assets ) {}

	public function register(): void {
		add_action( 'woocommerce_blocks_checkout_block_registration', [ $this, 'integrate' ] );
	}

	public function integrate( mixed $registry ): void {
		if ( $registry instanceof IntegrationRegistry ) {
			$registry->register( $this );
		}
	}

	public function get_name(): string {
		return Info::TEXT_DOMAIN;
	}

	public function initialize(): void {
		// The page's own markup is all that shoppers need of the block: PHP renders nothing in it.
		if ( is_admin() ) {
			register_block_type( $this->assets->path( 'checkout-block/block.json' ), [ 'editor_style_handles' => [ self::HANDLE ] ] );
		}
		add_action( 'woocommerce_blocks_enqueue_checkout_block_scripts_after', [ $this, 'enqueue_style' ] );
	}

	/** Pages saved before the block existed do not name it, so its style cannot hang on that. */
	public function enqueue_style(): void {
		if ( $this->is_needed() ) {
			$this->assets->register_handles();
			wp_enqueue_style( self::HANDLE );
		}
	}

	/** @return list<string> */
	public function get_script_handles(): array {
		return $this->is_needed() ? [ self::HANDLE ] : [];
	}

	/** @return list<string> */
	public function get_editor_script_handles(): array {
		return [ self::HANDLE . '-editor' ];
	}

	/** @return array<string, mixed> */
	public function get_script_data(): array {
		return [];
	}

	/** The editor always shows where the block will be; shoppers get it when there can be something to choose. */
	private function is_needed(): bool {
		return is_admin() || ( $this->rates )()->can_exist();
	}
}
