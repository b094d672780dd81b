<?php
/**
 * The integrations of the Sendcloud account.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud;

use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Settings\Settings;

final class Integrations {

	public function __construct(
		private readonly Transport $transport,
		private readonly Settings $settings,
		private readonly OwnCarriers $own_carriers,
	) {}

	/**
	 * Asked live.
	 *
	 * @return list<string> The codes of the carriers whose service points the account offers.
	 * @throws SendcloudException When there is no usable answer, or service points are switched off (NotEnabled).
	 */
	public function carriers(): array {
		$integrations = $this->all();
		if ( ! in_array( true, array_column( $integrations, 'has_service_points' ), true ) ) {
			throw new SendcloudException( Problem::NotEnabled, 'Service points are switched off for every integration.' );
		}
		return Integration::carriers_of( $integrations );
	}

	/**
	 * Asked live. The carriers that they offer are those a merchant can choose from and a shopper finds from then on, whoever asked and why.
	 *
	 * @return list<Integration>
	 * @throws SendcloudException When there is no usable answer.
	 */
	public function all(): array {
		$integrations = array_values( array_filter( array_map( Integration::from_fields( ... ), $this->ask() ) ) );
		Carriers::remember( Integration::carriers_of( $integrations ) );
		$this->own_carriers->remember( $integrations );
		return $integrations;
	}

	/** For once a day. A failure is in the log, and what was known stays. */
	public function refresh(): void {
		try {
			$this->all();
		} catch ( SendcloudException ) {
			return;
		}
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
			$this->ask( "/{$integration->id}/logs" )
		);
	}

	/**
	 * @return list<Fields>
	 * @throws SendcloudException When there is no usable answer.
	 */
	private function ask( string $path = '' ): array {
		$json = $this->transport->get( $this->settings->v3_url() . '/integrations' . $path );
		// v2 answers a bare list; what v3 wraps it in, its specification does not show.
		$list = Fields::from_data( $json )->data['data'] ?? $json;
		$list = Fields::from_data( $list )->data['results'] ?? $list;
		if ( ! is_array( $list ) || ! array_is_list( $list ) ) {
			throw SendcloudException::answer_without( 'list of integrations' );
		}
		return array_map( Fields::from_data( ... ), $list );
	}
}
