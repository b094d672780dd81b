<?php
/**
 * Sendcloud's incoming orders (API v3).
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud;

use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Settings\Settings;

final class Orders {

	/** Sendcloud takes no more in one request. */
	public const LIMIT = 100;

	public function __construct(
		private readonly Transport $transport,
		private readonly Settings $settings,
	) {}

	/**
	 * Creates orders, or updates those that are there: Sendcloud knows them by `order_id` and integration. All of them or none.
	 *
	 * @param list<array<mixed>> $orders As Sendcloud documents them, LIMIT at most.
	 * @return array<array-key, int> `order_id` => Sendcloud's own id.
	 * @throws SendcloudException When there is no usable answer; the complaints of a RefusedPayload say which order is at fault.
	 */
	public function upsert( array $orders ): array {
		$ids = [];
		foreach ( Fields::from_data( $this->post( $orders ) )->items( 'data' ) as $item ) {
			$item = Fields::from_data( $item );
			$id   = $item->integer( 'id' );
			if ( null !== $id ) {
				$ids[ $item->string( 'order_id' ) ] = $id;
			}
		}
		if ( count( $ids ) !== count( $orders ) ) {
			throw SendcloudException::answer_without( 'id of every order' );
		}
		return $ids;
	}

	/**
	 * Sendcloud's id of an order.
	 *
	 * @throws SendcloudException When there is no usable answer.
	 */
	public function find( int $integration_id, string $order_id ): ?int {
		$parameters = [ [ 'integration', (string) $integration_id ], [ 'order_id', $order_id ] ];
		foreach ( Fields::from_data( $this->transport->get( $this->url(), $parameters ) )->items( 'data' ) as $item ) {
			$item = Fields::from_data( $item );
			// Deleting another shop's order would be worse than deleting none.
			if ( $item->string( 'order_id' ) === $order_id && $item->at( 'order_details' )->at( 'integration' )->integer( 'id' ) === $integration_id ) {
				return $item->integer( 'id' );
			}
		}
		return null;
	}

	/**
	 * An order that is not there is as good as deleted.
	 *
	 * @throws SendcloudException When there is no usable answer.
	 */
	public function delete( int $id ): void {
		try {
			$this->transport->delete( $this->url() . '/' . $id );
		} catch ( SendcloudException $exception ) {
			if ( Problem::NotFound !== $exception->problem ) {
				throw $exception;
			}
		}
	}

	/**
	 * @param list<array<mixed>> $orders
	 * @throws SendcloudException When there is no usable answer.
	 */
	private function post( array $orders ): mixed {
		try {
			return $this->transport->post( $this->url(), $orders );
		} catch ( SendcloudException $exception ) {
			// It has the status of a mistake, but passes.
			throw 1 === preg_match( '/still processing/i', implode( ' ', array_column( $exception->complaints, 'detail' ) ) )
				? new SendcloudException( Problem::StillProcessing, 'Sendcloud is still processing an earlier request.' )
				: $exception;
		}
	}

	private function url(): string {
		return $this->settings->v3_url() . '/orders';
	}
}
