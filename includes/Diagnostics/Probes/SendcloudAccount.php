<?php
/**
 * What Sendcloud says of the account, asked once for all checks of a run.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Probes;

use SendcloudServicePoints\Sendcloud\Integration;
use SendcloudServicePoints\Sendcloud\Integrations;
use SendcloudServicePoints\Sendcloud\SendcloudException;

final class SendcloudAccount {

	/** @var list<Integration>|SendcloudException|null */
	private array|SendcloudException|null $answer = null;

	public function __construct( private readonly Integrations $integrations ) {}

	/**
	 * @return list<Integration>
	 * @throws SendcloudException When there is no usable answer.
	 */
	public function integrations(): array {
		try {
			$this->answer ??= $this->integrations->all();
		} catch ( SendcloudException $exception ) {
			$this->answer = $exception;
		}
		return $this->answer instanceof SendcloudException ? throw $this->answer : $this->answer;
	}

	/**
	 * @return list<Integration> Those with service points.
	 * @throws SendcloudException When there is no usable answer.
	 */
	public function with_service_points(): array {
		return array_values( array_filter( $this->integrations(), static fn ( Integration $integration ): bool => $integration->has_service_points ) );
	}

	/**
	 * @return list<string> Codes of the carriers whose points the account offers.
	 * @throws SendcloudException When there is no usable answer.
	 */
	public function carriers(): array {
		return Integration::carriers_of( $this->integrations() );
	}

	/**
	 * The integrations that fetch this shop's orders themselves.
	 *
	 * @return list<Integration>
	 * @throws SendcloudException When there is no usable answer.
	 */
	public function fetching(): array {
		return array_values( array_filter( $this->integrations(), static fn ( Integration $integration ): bool => $integration->fetches_orders_of( home_url() ) ) );
	}

	/**
	 * What went wrong lately between Sendcloud and the shop, newest first.
	 *
	 * @return list<string>
	 * @throws SendcloudException When there is no usable answer.
	 */
	public function exceptions( Integration $integration ): array {
		return $this->integrations->exceptions( $integration );
	}
}
