<?php
/**
 * The routes over which Sendcloud's integration "WooCommerce V2" talks to a shop.
 *
 * Names, payloads and answers are those of Sendcloud's own plugin, which has the routes where it is active. The `wc-` prefix makes
 * WooCommerce check the keys, and whether they may read or write.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\SendcloudPlugins\Connection;

use SendcloudServicePoints\Sendcloud\Carriers;
use WC_Webhook;
use WC_Webhook_Data_Store;
use WP_Error;
use WP_REST_Request;

/** @phpstan-type Request WP_REST_Request<array<string, mixed>> */
final class ConnectionRoutes {

	private const REST_NAMESPACE = 'wc-sendcloudshipping/v2';

	private const SCRIPT_URL = [
		'type'      => 'string',
		'format'    => 'uri',
		'minLength' => 1,
		'maxLength' => 2000,
	];

	/** Sendcloud documents no shape: a map of code to name, or a list. */
	private const CARRIERS = [
		'type'     => [ 'object', 'array' ],
		'maxItems' => 500,
	];

	private const INTEGRATION_ID = [
		'type'      => [ 'integer', 'string' ],
		'minLength' => 1,
		'maxLength' => 100,
	];

	public function __construct(
		private readonly Connection $connection,
		private readonly MethodCreation $creation,
	) {}

	public function register_routes(): void {
		$this->route( '/integration', 'POST', $this->connect( ... ) );
		$this->route( '/integration', 'DELETE', $this->disconnect( ... ) );
		$this->route( '/service_point', 'POST', $this->switch_on( ... ) );
		$this->route( '/service_point', 'PUT, PATCH', $this->update_carriers( ... ) );
		$this->route( '/service_point', 'DELETE', $this->switch_off( ... ) );
		$this->route( '/statuses', 'GET', static fn (): array => [ 'statuses' => wc_get_order_statuses() ] );
	}

	/**
	 * @param non-falsy-string $path
	 * @param callable(Request): (array<string, mixed>|WP_Error) $callback
	 */
	private function route( string $path, string $methods, callable $callback ): void {
		register_rest_route(
			self::REST_NAMESPACE,
			$path,
			[
				'methods'             => $methods,
				'callback'            => $callback,
				'permission_callback' => static fn (): bool => current_user_can( 'manage_woocommerce' ),
			]
		);
	}

	/**
	 * @param Request $request
	 * @return array<string, mixed>|WP_Error
	 */
	private function connect( WP_REST_Request $request ): array|WP_Error {
		$id = self::text( $request, 'integration_id', self::INTEGRATION_ID );
		if ( null === $id ) {
			return self::refusal();
		}
		$this->connection->connect( $id );
		return self::answer( __( 'Integration connected', 'sendcloud-service-points' ) );
	}

	/**
	 * @param Request $request
	 * @return array<string, mixed>|WP_Error
	 */
	private function disconnect( WP_REST_Request $request ): array|WP_Error {
		$id = self::text( $request, 'integration_id', self::INTEGRATION_ID );
		if ( null === $id ) {
			return self::refusal();
		}
		// Word of an earlier integration's end may come after the next one's beginning.
		if ( in_array( $this->connection->integration_id(), [ '', $id ], true ) ) {
			$this->connection->disconnect();
			self::delete_webhooks();
		}
		return self::answer( __( 'Integration disconnected', 'sendcloud-service-points' ) );
	}

	/**
	 * @param Request $request
	 * @return array<string, mixed>|WP_Error
	 */
	private function switch_on( WP_REST_Request $request ): array|WP_Error {
		$script   = self::text( $request, 'script_url', self::SCRIPT_URL );
		$carriers = $request['carriers'] ?? [];
		if ( null === $script || ! self::is_valid( $carriers, self::CARRIERS ) ) {
			return self::refusal();
		}
		$this->connection->switch_on( esc_url_raw( $script, [ 'https', 'http' ] ) );
		Carriers::remember( $carriers );
		$this->creation->create_or_ask();
		return self::answer( __( 'Service points enabled successfully.', 'sendcloud-service-points' ) );
	}

	/**
	 * @param Request $request
	 * @return array<string, mixed>|WP_Error
	 */
	private function update_carriers( WP_REST_Request $request ): array|WP_Error {
		if ( ! isset( $request['carriers'] ) || ! self::is_valid( $request['carriers'], self::CARRIERS ) ) {
			return self::refusal();
		}
		Carriers::remember( $request['carriers'] );
		return self::answer( __( 'Service points updated successfully.', 'sendcloud-service-points' ) );
	}

	/** @return array<string, mixed> */
	private function switch_off(): array {
		$this->connection->switch_off();
		return self::answer( __( 'Service points disabled successfully.', 'sendcloud-service-points' ) );
	}

	/**
	 * @param Request              $request
	 * @param array<string, mixed> $schema
	 */
	private static function text( WP_REST_Request $request, string $name, array $schema ): ?string {
		$value = $request[ $name ] ?? null;
		return is_scalar( $value ) && self::is_valid( $value, $schema ) ? sanitize_text_field( (string) $value ) : null;
	}

	/** @param array<string, mixed> $schema */
	private static function is_valid( mixed $value, array $schema ): bool {
		return true === rest_validate_value_from_schema( $value, $schema, 'value' );
	}

	/** @return array{message: string} */
	private static function answer( string $message ): array {
		return [ 'message' => $message ];
	}

	private static function refusal(): WP_Error {
		return new WP_Error( 'sc-invalid-payload', __( 'Invalid payload.', 'sendcloud-service-points' ), [ 'status' => 400 ] );
	}

	/** They are Sendcloud's, and would go on calling it. */
	private static function delete_webhooks(): void {
		foreach ( ( new WC_Webhook_Data_Store() )->get_webhooks_ids() as $id ) {
			$webhook = is_numeric( $id ) ? wc_get_webhook( (int) $id ) : null;
			if ( $webhook instanceof WC_Webhook && false !== stripos( $webhook->get_name(), 'sendcloud' ) ) {
				$webhook->delete( true );
			}
		}
	}
}
