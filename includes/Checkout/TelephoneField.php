<?php
/**
 * Shows WooCommerce's own field for the telephone where the shop hides it and a cart may go to a point that needs one: a field of ours
 * beside it would ask for the same twice, and none at all would leave the shopper no way to order.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Checkout;

use SendcloudServicePoints\Order\TelephoneRule;
use SendcloudServicePoints\Sendcloud\Carriers;
use SendcloudServicePoints\Shipping\RelayRates;
use WC_Cart;

final class TelephoneField {

	private const SETTING = 'woocommerce_checkout_phone_field';

	public function __construct( private readonly TelephoneRule $rule, private readonly RelayRates $rates ) {}

	public function register(): void {
		add_filter( 'woocommerce_checkout_fields', [ $this, 'add_to_form' ] );
		// Before WooCommerce hands the fields to the block.
		add_action( 'woocommerce_blocks_checkout_enqueue_data', [ $this, 'show_in_block' ], 0 );
	}

	/** @param mixed $groups The fields of the classic checkout's form, by group. */
	public function add_to_form( mixed $groups ): mixed {
		if ( ! is_array( $groups ) || ! is_array( $groups['billing'] ?? null ) || isset( $groups['billing']['billing_phone'] ) || ! $this->is_wanted() ) {
			return $groups;
		}
		// phpcs:disable WordPress.WP.I18n.TextDomainMismatch -- WooCommerce's own word and field.
		$groups['billing']['billing_phone'] = [
			'label'        => __( 'Phone', 'woocommerce' ),
			'required'     => false,
			'type'         => 'tel',
			'class'        => [ 'form-row-wide' ],
			'validate'     => [ 'phone' ],
			'autocomplete' => 'tel',
			'priority'     => 100,
		];
		// phpcs:enable
		return $groups;
	}

	/** Only while this page is made: wp-admin and the editor show what the merchant has set. */
	public function show_in_block(): void {
		if ( ! is_admin() && $this->is_wanted() ) {
			add_filter( 'option_' . self::SETTING, static fn ( mixed $visibility ): mixed => 'hidden' === $visibility ? 'optional' : $visibility );
		}
	}

	private function is_wanted(): bool {
		return WC()->cart instanceof WC_Cart && WC()->cart->needs_shipping() && $this->rates->can_exist() && $this->rule->may_apply( array_map( 'strval', array_keys( Carriers::labels() ) ) );
	}
}
