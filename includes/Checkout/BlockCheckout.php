<?php
/**
 * Service points in the block checkout.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Checkout;

use Automattic\WooCommerce\Blocks\Integrations\IntegrationInterface;
use SendcloudServicePoints\Support\Assets;

/**
 * Adds our inner block and its script to the checkout block. What the script shows comes with the cart (StoreApi).
 */
final class BlockCheckout implements IntegrationInterface {

	private const SCRIPT = 'sendcloud-service-points-checkout-block';

	public function __construct( private readonly Assets $assets ) {}

	public function get_name(): string {
		return StoreApi::NAMESPACE;
	}

	public function initialize(): void {
		register_block_type( $this->assets->path( 'checkout-block/block.json' ) );
	}

	/**
	 * @return list<string>
	 */
	public function get_script_handles(): array {
		return [ self::SCRIPT ];
	}

	/**
	 * @return list<string>
	 */
	public function get_editor_script_handles(): array {
		return [ self::SCRIPT . '-editor' ];
	}

	/**
	 * @return array<string, mixed>
	 */
	public function get_script_data(): array {
		return [];
	}
}
