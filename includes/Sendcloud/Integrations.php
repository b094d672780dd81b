<?php
/**
 * The integrations of the Sendcloud account.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud;

use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Sendcloud\Exception\EndpointMissing;
use SendcloudServicePoints\Sendcloud\Exception\MalformedResponse;
use SendcloudServicePoints\Sendcloud\Exception\NotEnabled;
use SendcloudServicePoints\Sendcloud\Exception\NotFound;
use SendcloudServicePoints\Settings\Settings;

final class Integrations {

	public function __construct(
		private readonly Transport $transport,
		private readonly Settings $settings,
	) {}

	/**
	 * Asked live.
	 *
	 * @return list<string> The codes of the carriers whose service points the account offers.
	 * @throws SendcloudException When there is no usable answer, or service points are switched off (NotEnabled).
	 */
	public function carriers(): array {
		$carriers   = [];
		$is_enabled = false;
		foreach ( self::list( $this->ask() ) as $integration ) {
			if ( $integration->boolean( 'service_point_enabled', false ) ) {
				$is_enabled = true;
				array_push( $carriers, ...$integration->strings( 'service_point_carriers' ) );
			}
		}
		if ( ! $is_enabled ) {
			throw NotEnabled::integration();
		}
		sort( $carriers );
		return array_values( array_unique( $carriers ) );
	}

	/**
	 * Asked live.
	 *
	 * @return list<Integration>
	 * @throws SendcloudException When there is no usable answer.
	 */
	public function all(): array {
		return array_values( array_filter( array_map( Integration::from_fields( ... ), self::list( $this->ask() ) ) ) );
	}

	/**
	 * What went wrong when Sendcloud read the shop of an integration. Asked live.
	 *
	 * @return list<string> One sentence each, newest first.
	 * @throws SendcloudException When there is no usable answer.
	 */
	public function exceptions( Integration $integration ): array {
		return array_map(
			static fn ( Fields $log ): string => trim(
				$log->string( 'created_at' ) . ' HTTP ' . $log->string( 'response_code' ) . ': '
				// What an address asks may be a key.
				. preg_replace( '/\?\S+/', '?…', $log->string( 'exception' ) )
			),
			self::list( $this->ask( "/{$integration->id}/logs" ) )
		);
	}

	/** @throws SendcloudException When there is no usable answer. */
	private function ask( string $path = '' ): mixed {
		try {
			return $this->transport->get( $this->settings->v3_url() . '/integrations' . $path );
		} catch ( NotFound ) {
			throw EndpointMissing::not_found();
		}
	}

	/**
	 * @return list<Fields>
	 * @throws MalformedResponse When it is no list.
	 */
	private static function list( mixed $json ): array {
		// v2 answers a bare list; what v3 wraps it in, its specification does not show.
		$list = Fields::of( $json )->data['data'] ?? $json;
		$list = Fields::of( $list )->data['results'] ?? $list;
		if ( ! is_array( $list ) || ! array_is_list( $list ) ) {
			throw MalformedResponse::without( 'list of integrations' );
		}
		return array_map( Fields::of( ... ), $list );
	}
}
