<?php
/**
 * Plugin Name: Card that fails once
 * Description: A payment refused at an order's first attempt and accepted at its second, in both checkouts.
 */

declare( strict_types=1 );

add_filter(
	'woocommerce_payment_gateways',
	static function ( array $gateways ): array {
		$gateways[] = new class() extends WC_Payment_Gateway {

			public function __construct() {
				$this->id         = 'fails_once';
				$this->title      = 'Card that fails once';
				$this->has_fields = false;
				$this->enabled    = 'yes';
			}

			/**
			 * @param int $order_id
			 * @return array<string, string>
			 */
			public function process_payment( $order_id ): array {
				$order = wc_get_order( $order_id );
				if ( ! $order->get_meta( '_test_refused' ) ) {
					$order->update_meta_data( '_test_refused', 'yes' );
					$order->save();
					$order->update_status( 'failed' );
					wc_add_notice( 'The bank refused the card.', 'error' );
					return [ 'result' => 'failure' ];
				}
				$order->payment_complete();
				return [
					'result'   => 'success',
					'redirect' => $this->get_return_url( $order ),
				];
			}
		};
		return $gateways;
	}
);

add_action(
	'woocommerce_blocks_payment_method_type_registration',
	static function ( $registry ): void {
		$registry->register(
			new class() extends Automattic\WooCommerce\Blocks\Payments\Integrations\AbstractPaymentMethodType {

				/** @var string */
				protected $name = 'fails_once';

				public function initialize(): void {}

				public function is_active(): bool {
					return true;
				}

				/** @return list<string> */
				public function get_payment_method_script_handles(): array {
					wp_register_script( 'fails-once', '', [ 'wc-blocks-registry', 'wp-element' ], '1', true );
					wp_add_inline_script(
						'fails-once',
						"{
							const text = wp.element.createElement( 'span', null, 'Card that fails once' );
							wc.wcBlocksRegistry.registerPaymentMethod( {
								name: 'fails_once',
								label: text,
								ariaLabel: 'Card that fails once',
								content: text,
								edit: text,
								canMakePayment: () => true,
							} );
						}"
					);
					return [ 'fails-once' ];
				}
			}
		);
	}
);
