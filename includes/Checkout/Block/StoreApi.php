<?php
/**
 * The block checkout's view of the choices.
 *
 * Adds the choices to the Store API's cart and takes new ones through it. The names are those of docs/data-contract.md.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Checkout\Block;

use Automattic\WooCommerce\StoreApi\Exceptions\RouteException;
use Automattic\WooCommerce\StoreApi\Schemas\V1\CartSchema;
use Automattic\WooCommerce\StoreApi\Schemas\V1\CheckoutSchema;
use Closure;
use SendcloudServicePoints\Checkout\CheckoutSelections;
use SendcloudServicePoints\Checkout\InvalidSelection;
use SendcloudServicePoints\Checkout\Package;
use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Order\TelephoneRule;
use SendcloudServicePoints\Shipping\Rules\Rule;

final class StoreApi {

	public const NAMESPACE = 'sendcloud-service-points';

	private const UPDATE_SCHEMA = [
		'type'       => 'object',
		'required'   => true,
		'properties' => [
			'action'           => [
				'type'     => 'string',
				'enum'     => [ 'select', 'clear' ],
				'required' => true,
			],
			'package_id'       => [
				'type'     => [ 'string', 'integer' ],
				'required' => true,
			],
			'service_point_id' => [
				'type'    => 'integer',
				'minimum' => 1,
			],
			'post_number'      => [
				'type'      => 'string',
				'maxLength' => 30,
			],
			'rate_id'          => [
				'type' => 'string',
			],
		],
	];

	/** WooCommerce sees to it that what is left out is null. */
	private const ORDER_POINTS = [
		'type'    => [ 'array', 'null' ],
		'context' => [],
		'items'   => [
			'type'       => 'object',
			'properties' => [
				'service_point_id' => [
					'type'     => 'integer',
					'minimum'  => 1,
					'required' => true,
				],
				'post_number'      => [
					'type'      => 'string',
					'maxLength' => 30,
				],
				'shipping_line_id' => [
					'type'    => 'integer',
					'minimum' => 1,
				],
			],
		],
	];

	private const SHOWN = [
		'type'    => [ 'object', 'null' ],
		'context' => [],
	];

	/**
	 * Both are made when a cart is asked for.
	 *
	 * @param Closure(): CheckoutSelections $selections
	 * @param Closure(): TelephoneRule      $telephone
	 */
	public function __construct( private readonly Closure $selections, private readonly Closure $telephone ) {}

	public function register(): void {
		woocommerce_store_api_register_endpoint_data(
			[
				'endpoint'        => CartSchema::IDENTIFIER,
				'namespace'       => self::NAMESPACE,
				'schema_callback' => [ $this, 'schema' ],
				'data_callback'   => [ $this, 'data' ],
				'schema_type'     => 'ARRAY_A',
			]
		);
		// Read by Guard, and by PaymentGuard of who pays for an order that exists.
		woocommerce_store_api_register_endpoint_data(
			[
				'endpoint'        => CheckoutSchema::IDENTIFIER,
				'namespace'       => self::NAMESPACE,
				'schema_callback' => static fn (): array => [
					'points' => self::ORDER_POINTS,
					'shown'  => self::SHOWN,
				],
				'schema_type'     => 'ARRAY_A',
			]
		);
		woocommerce_store_api_register_update_callback(
			[
				'namespace' => self::NAMESPACE,
				'callback'  => [ $this, 'handle_update' ],
			]
		);
	}

	/** @return array<string, array<string, mixed>> */
	public function schema(): array {
		return [
			'packages' => [
				'description'          => __( 'Service points by shipping package: the rules of its rates, the selection, why an earlier one does not hold now, why the telephone number is needed, and why rates are not offered.', 'sendcloud-service-points' ),
				'type'                 => 'object',
				'context'              => [ 'view', 'edit' ],
				'readonly'             => true,
				'additionalProperties' => [
					'type'       => 'object',
					'properties' => [
						'rules'        => [ 'type' => 'object' ],
						'selection'    => [ 'type' => [ 'object', 'null' ] ],
						'reason'       => [ 'type' => 'string' ],
						'moved_to'     => [ 'type' => 'string' ],
						'telephone'    => [ 'type' => 'string' ],
						'explanations' => [
							'type'  => 'array',
							'items' => [ 'type' => 'string' ],
						],
					],
				],
			],
		];
	}

	/** @return array{packages: object} An object, since JSON would make a list of packages 0, 1, 2. */
	public function data(): array {
		$selections = ( $this->selections )();
		return [ 'packages' => (object) array_map( fn ( Package $package ): array => $this->package( $package, $selections ), $selections->packages->all() ) ];
	}

	/**
	 * @return array{rules: object, selection: array<string, mixed>|null, reason: string, moved_to: string, telephone: string, explanations: list<string>} As
	 *         docs/data-contract.md has it.
	 */
	private function package( Package $package, CheckoutSelections $selections ): array {
		$reason    = $selections->reason( $package );
		$selection = $selections->shown( $package );
		return [
			'rules'        => (object) array_map( static fn ( Rule $rule ): array => $rule->to_array(), $package->rules ),
			'selection'    => $selection?->to_array(),
			// Of a method that is not chosen now, there is nothing to say.
			'reason'       => null === $reason || null === $package->chosen_relay_rate() ? '' : $reason->getMessage(),
			'moved_to'     => $selections->moved_to( $package ),
			'telephone'    => null === $selection || null === $package->chosen_relay_rate() ? '' : ( $this->telephone )()->hint( $selection ),
			'explanations' => $package->explanations,
		];
	}

	/**
	 * @param mixed $data What the browser sent.
	 * @throws RouteException When it is refused.
	 */
	public function handle_update( mixed $data ): void {
		$update = $this->validated( $data );

		if ( 'clear' === $update['action'] ) {
			( $this->selections )()->clear( $update['package_id'] );
			return;
		}

		try {
			( $this->selections )()->choose( $update['package_id'], $update['service_point_id'], $update['post_number'], $update['rate_id'] );
		} catch ( InvalidSelection $problem ) {
			throw $problem->to_route_exception();
		}
	}

	/**
	 * @param mixed $data What the browser sent.
	 * @return array{action: string, package_id: string, service_point_id: int, post_number: string, rate_id: string}
	 * @throws RouteException When the schema refuses it.
	 */
	private function validated( mixed $data ): array {
		$valid = rest_validate_value_from_schema( $data, self::UPDATE_SCHEMA, 'data' );
		$clean = true === $valid ? rest_sanitize_value_from_schema( $data, self::UPDATE_SCHEMA, 'data' ) : null;

		if ( ! is_array( $clean ) || ( 'select' === $clean['action'] && ! isset( $clean['service_point_id'] ) ) ) {
			throw new RouteException( 'rest_invalid_param', esc_html( is_wp_error( $valid ) ? $valid->get_error_message() : __( 'A service point is missing.', 'sendcloud-service-points' ) ) );
		}

		$fields = Fields::from_data( $clean );

		return [
			'action'           => $fields->string( 'action' ),
			'package_id'       => $fields->string( 'package_id' ),
			'service_point_id' => $fields->integer( 'service_point_id' ) ?? 0,
			'post_number'      => sanitize_text_field( $fields->string( 'post_number' ) ),
			'rate_id'          => $fields->string( 'rate_id' ),
		];
	}
}
