<?php
/**
 * A token of Sendcloud's (OAuth 2.0, client credentials), kept until it ends.
 *
 * Kept encrypted with the keys it was got with: who reads the database or the object cache of a shop whose keys are constants finds nothing
 * to use, and a token of other keys cannot be read at all.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud;

use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Info;
use SendcloudServicePoints\Settings\Settings;
use SendcloudServicePoints\Support\Cache;
use SendcloudServicePoints\Support\Lock;

final class Token {

	private const NAME    = 'token';
	private const REFUSED = 'token_refused';

	/** Seconds: a shopper waits. */
	private const TIMEOUT = 5;

	/** Seconds before its end in which one process gets the next, while the others still use it. */
	private const RENEWED_BEFORE = 300;

	/** Seconds before its end from which nobody uses it: a request takes its time. */
	private const ENDS_BEFORE = 30;

	/** Seconds, where Sendcloud does not say how long it is good. */
	private const UNSAID = 300;

	/** Seconds until keys that got none are tried again. */
	private const REFUSAL = 60;

	public function __construct(
		private readonly Settings $settings,
		private readonly Cache $memory,
	) {}

	/** @throws SendcloudException When Sendcloud gives none. */
	public function get(): string {
		[ 'token' => $token, 'ends_at' => $ends_at ] = $this->read();
		$left = $ends_at - time();
		if ( '' === $token || $left <= self::ENDS_BEFORE ) {
			return $this->ask();
		}
		$lock = $left <= self::RENEWED_BEFORE ? Lock::acquire( self::NAME, 2 * self::TIMEOUT ) : null;
		try {
			return null === $lock ? $token : $this->ask();
		} catch ( SendcloudException ) {
			return $token;
		} finally {
			$lock?->release();
		}
	}

	/** False where these keys have just been refused one. */
	public function can_be_had(): bool {
		return $this->memory->get( self::REFUSED ) !== $this->settings->fingerprint();
	}

	public function forget(): void {
		$this->memory->delete( self::NAME );
	}

	/** @throws SendcloudException When Sendcloud gives none. */
	private function ask(): string {
		$answer = wp_safe_remote_post(
			$this->settings->token_url(),
			[
				'timeout'             => self::TIMEOUT,
				'redirection'         => 0,
				'limit_response_size' => 64 * 1024,
				'user-agent'          => 'SendcloudServicePointsForWooCommerce/' . Info::VERSION,
				'headers'             => [
					'Accept'        => 'application/json',
					// phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_encode -- HTTP Basic authentication.
					'Authorization' => 'Basic ' . base64_encode( $this->settings->public_key() . ':' . $this->settings->secret_key() ),
				],
				'body'                => [
					'grant_type' => 'client_credentials',
					'scope'      => 'api',
				],
			]
		);
		$status = is_wp_error( $answer ) ? 0 : (int) wp_remote_retrieve_response_code( $answer );
		$fields = Fields::from_data( is_wp_error( $answer ) ? null : json_decode( wp_remote_retrieve_body( $answer ), true ) );
		$token  = $fields->string( 'access_token' );
		// It goes into a header.
		if ( 200 !== $status || 1 !== preg_match( '/^[\x21-\x7e]{1,8192}$/D', $token ) ) {
			throw $this->failure( $status );
		}
		$this->write( $token, time() + max( 0, $fields->integer( 'expires_in' ) ?? self::UNSAID ) );
		return $token;
	}

	private function failure( int $status ): SendcloudException {
		$problem = match ( true ) {
			in_array( $status, [ 400, 401, 403 ], true ) => Problem::InvalidCredentials,
			429 === $status => Problem::RateLimited,
			0 === $status, $status >= 500 => Problem::Unreachable,
			default => Problem::MalformedResponse,
		};
		if ( Problem::InvalidCredentials === $problem ) {
			$this->memory->set( self::REFUSED, $this->settings->fingerprint(), self::REFUSAL );
		}
		return new SendcloudException( $problem, sprintf( 'Sendcloud gave no token for the keys (HTTP %d).', $status ) );
	}

	/** @return array{token: string, ends_at: int} An empty one where there is none. */
	private function read(): array {
		$sealed = (string) $this->memory->get( self::NAME );
		$nonce  = substr( $sealed, 0, SODIUM_CRYPTO_SECRETBOX_NONCEBYTES );
		$text   = SODIUM_CRYPTO_SECRETBOX_NONCEBYTES === strlen( $nonce )
			? sodium_crypto_secretbox_open( substr( $sealed, SODIUM_CRYPTO_SECRETBOX_NONCEBYTES ), $nonce, $this->key() )
			: false;
		$fields = Fields::from_data( is_string( $text ) ? json_decode( $text, true ) : null );
		return [
			'token'   => $fields->string( 'token' ),
			'ends_at' => $fields->integer( 'ends_at' ) ?? 0,
		];
	}

	private function write( string $token, int $ends_at ): void {
		$text  = (string) wp_json_encode(
			[
				'token'   => $token,
				'ends_at' => $ends_at,
			]
		);
		$nonce = random_bytes( SODIUM_CRYPTO_SECRETBOX_NONCEBYTES );
		$this->memory->set( self::NAME, $nonce . sodium_crypto_secretbox( $text, $nonce, $this->key() ), $ends_at - time() );
	}

	private function key(): string {
		return hash( 'sha256', implode( '|', [ $this->settings->public_key(), $this->settings->secret_key(), $this->settings->token_url() ] ), true );
	}
}
