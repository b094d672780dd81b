<?php
/**
 * How the shop proves to Sendcloud who it is: with its keys (HTTP Basic), or with a token that the keys get (OAuth 2.0).
 *
 * An integration may allow tokens alone. Sendcloud says so nowhere but by refusing the keys, so "automatic" then tries a token once, and
 * keeps to what worked.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud;

use SendcloudServicePoints\Settings\Settings;
use SendcloudServicePoints\Support\Cache;

final class Authorization {

	private const BEARER = 'Bearer ';

	/** Under this name the account is remembered that takes tokens alone. */
	private const SCHEME = 'scheme';

	public function __construct(
		private readonly Settings $settings,
		private readonly Cache $memory,
		private readonly Token $token,
	) {}

	/**
	 * What the next request sends as `Authorization`.
	 *
	 * @throws SendcloudException When a token is needed and cannot be had.
	 */
	public function header(): string {
		if ( ! $this->is_oauth() ) {
			return $this->basic();
		}
		try {
			return self::BEARER . $this->token->get();
		} catch ( SendcloudException $exception ) {
			if ( Problem::InvalidCredentials !== $exception->problem || 'auto' !== $this->settings->authentication() ) {
				throw $exception;
			}
			$this->forget();
			return $this->basic();
		}
	}

	/**
	 * What to try once more after Sendcloud has refused a header: null where there is nothing else.
	 *
	 * @throws SendcloudException When a token is needed and cannot be had.
	 */
	public function after_refusal_of( string $header ): ?string {
		if ( str_starts_with( $header, self::BEARER ) ) {
			$this->token->forget();
			return $this->header();
		}
		if ( 'auto' !== $this->settings->authentication() || ! $this->token->can_be_had() ) {
			return null;
		}
		try {
			return self::BEARER . $this->token->get();
		} catch ( SendcloudException ) {
			// That the keys are refused is what the merchant has to know.
			return null;
		}
	}

	/** To be told of what after_refusal_of() answered. */
	public function note_success_of( string $header ): void {
		$this->remember( str_starts_with( $header, self::BEARER ) );
	}

	/** Not even a new header helped: the next request begins anew, with the keys. */
	public function forget(): void {
		$this->token->forget();
		$this->remember( false );
	}

	public function is_oauth(): bool {
		return match ( $this->settings->authentication() ) {
			'basic' => false,
			'oauth' => true,
			'auto'  => $this->memory->get( self::SCHEME ) === $this->settings->fingerprint(),
		};
	}

	private function basic(): string {
		// phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_encode -- HTTP Basic authentication.
		return 'Basic ' . base64_encode( $this->settings->public_key() . ':' . $this->settings->secret_key() );
	}

	private function remember( bool $is_oauth ): void {
		if ( 'auto' !== $this->settings->authentication() || $is_oauth === $this->is_oauth() ) {
			return;
		}
		if ( $is_oauth ) {
			// Tried anew tomorrow: the integration may allow keys again.
			$this->memory->set( self::SCHEME, $this->settings->fingerprint(), DAY_IN_SECONDS );
		} else {
			$this->memory->delete( self::SCHEME );
		}
	}
}
