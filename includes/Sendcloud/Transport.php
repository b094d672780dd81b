<?php
/**
 * Speaks HTTP with Sendcloud, with the shop's keys, through WordPress (its proxy, its certificates, its filters).
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud;

use SendcloudServicePoints\Info;
use SendcloudServicePoints\Settings\Settings;
use SendcloudServicePoints\Support\Logger;

final class Transport {

	/** Seconds: a shopper waits. */
	private const TIMEOUT = 5;

	/** Seconds: nobody waits for what changes something at Sendcloud, and giving up early leaves open whether it did. */
	private const PATIENCE = 30;

	/** API v2 has no limit of results; what is cut off is no JSON and refused as such. */
	private const MAX_BYTES = 4 * 1024 * 1024;

	/** Seconds: a typing error elsewhere must not silence the shop for a year. */
	private const MAX_RETRY_AFTER = 3600;

	/** What Sendcloud calls the last request, for its support. */
	private string $request_id = '';

	public function __construct(
		private readonly Settings $settings,
		private readonly Authorization $authorization,
		private readonly Budget $budget,
		private readonly Logger $logger,
		private readonly Urgency $urgency = Urgency::Person,
	) {}

	/** The same, for work that leaves the account's requests to those who wait for an answer. */
	public function with_urgency( Urgency $urgency ): self {
		return new self( $this->settings, $this->authorization, $this->budget, $this->logger, $urgency );
	}

	/**
	 * Asks for a list.
	 *
	 * @param list<array{string, string}> $parameters Name and value.
	 * @return mixed The decoded JSON.
	 * @throws SendcloudException When there is no usable answer.
	 */
	public function get( string $url, array $parameters = [] ): mixed {
		return self::of_a_list( fn (): mixed => $this->request( 'GET', $url . ( [] === $parameters ? '' : '?' . self::query_string( $parameters ) ) ) );
	}

	/**
	 * Asks for one thing.
	 *
	 * @return mixed The decoded JSON.
	 * @throws SendcloudException When there is no usable answer, or no such thing (NotFound).
	 */
	public function find( string $url ): mixed {
		return $this->request( 'GET', $url );
	}

	/**
	 * Asks about one thing, where Sendcloud wants a POST without a body.
	 *
	 * @return mixed The decoded JSON.
	 * @throws SendcloudException When there is no usable answer, or no such thing (NotFound).
	 */
	public function check( string $url ): mixed {
		return $this->request( 'POST', $url );
	}

	/**
	 * Adds to a list.
	 *
	 * @param array<mixed> $body Sent as JSON.
	 * @return mixed The decoded JSON.
	 * @throws SendcloudException When there is no usable answer.
	 */
	public function post( string $url, array $body ): mixed {
		return self::of_a_list( fn (): mixed => $this->request( 'POST', $url, self::PATIENCE, (string) wp_json_encode( $body ) ) );
	}

	/** @throws SendcloudException When there is no usable answer, or no such thing (NotFound). */
	public function delete( string $url ): void {
		$this->request( 'DELETE', $url, self::PATIENCE );
	}

	/**
	 * A list that finds nothing is empty: 404 means that there is no such route.
	 *
	 * @param callable(): mixed $request
	 * @throws SendcloudException When there is no usable answer.
	 */
	private static function of_a_list( callable $request ): mixed {
		try {
			return $request();
		} catch ( SendcloudException $exception ) {
			throw Problem::NotFound === $exception->problem ? SendcloudException::endpoint_missing() : $exception;
		}
	}

	/**
	 * Sendcloud wants a list as a repeated name; http_build_query() would number it.
	 *
	 * @param list<array{string, string}> $parameters
	 */
	private static function query_string( array $parameters ): string {
		return implode(
			'&',
			array_map(
				static fn ( array $parameter ): string => rawurlencode( $parameter[0] ) . '=' . rawurlencode( $parameter[1] ),
				$parameters
			)
		);
	}

	/** @throws SendcloudException When there is no usable answer. */
	private function request( string $method, string $url, int $timeout = self::TIMEOUT, ?string $body = null ): mixed {
		if ( ! $this->settings->has_keys() ) {
			throw new SendcloudException( Problem::NotConfigured, 'The public or the secret key is missing.' );
		}
		$this->budget->spend( $method, $this->urgency );
		$start            = microtime( true );
		$this->request_id = '';
		try {
			return $this->send_authorized(
				$url,
				[
					'method'              => $method,
					'timeout'             => $timeout,
					// Wherever a redirect leads, the keys do not follow.
					'redirection'         => 0,
					'limit_response_size' => self::MAX_BYTES,
					'user-agent'          => 'SendcloudServicePointsForWooCommerce/' . Info::VERSION,
					'headers'             => [ 'Accept' => 'application/json' ] + ( null === $body ? [] : [ 'Content-Type' => 'application/json' ] ),
				] + ( null === $body ? [] : [ 'body' => $body ] )
			);
		} catch ( SendcloudException $exception ) {
			if ( Problem::RateLimited === $exception->problem ) {
				$this->budget->note_refusal();
			}
			if ( Problem::NotFound !== $exception->problem ) {
				$this->logger->warning(
					$exception->getMessage(),
					[
						'code'       => $exception->code(),
						'method'     => $method,
						// The query holds the shopper's address.
						'url'        => strtok( $url, '?' ),
						'request_id' => $this->request_id,
						'seconds'    => round( microtime( true ) - $start, 3 ),
					]
				);
			}
			throw $exception;
		}
	}

	/**
	 * Once more with another header, where Sendcloud refuses the first: it has done nothing by then.
	 *
	 * @param array{headers: array<string, string>, ...} $arguments
	 * @throws SendcloudException When there is no usable answer.
	 */
	private function send_authorized( string $url, array $arguments ): mixed {
		$header = $this->authorization->header();
		try {
			return $this->send( $url, $arguments, $header );
		} catch ( SendcloudException $refusal ) {
			$other = Problem::InvalidCredentials === $refusal->problem ? $this->authorization->after_refusal_of( $header ) : null;
			if ( null === $other ) {
				throw $refusal;
			}
		}
		try {
			$answer = $this->send( $url, $arguments, $other );
		} catch ( SendcloudException $exception ) {
			if ( Problem::InvalidCredentials === $exception->problem ) {
				$this->authorization->forget();
			}
			throw $exception;
		}
		$this->authorization->note_success_of( $other );
		return $answer;
	}

	/**
	 * @param array{headers: array<string, string>, ...} $arguments
	 * @param string                                     $authorization Value of the header.
	 * @throws SendcloudException When there is no usable answer.
	 */
	private function send( string $url, array $arguments, string $authorization ): mixed {
		$arguments['headers']['Authorization'] = $authorization;

		$answer = wp_safe_remote_request( $url, $arguments );
		if ( is_wp_error( $answer ) ) {
			throw self::connection_error( $answer->get_error_message() );
		}
		$this->request_id = self::header( $answer, 'x-request-id' );
		return ( new Response(
			(int) wp_remote_retrieve_response_code( $answer ),
			wp_remote_retrieve_body( $answer ),
			self::seconds( self::header( $answer, 'retry-after' ) )
		) )->json();
	}

	/** @param string $reason What the HTTP client says. */
	private static function connection_error( string $reason ): SendcloudException {
		$detail = false !== stripos( $reason, 'timed out' ) ? 'Sendcloud did not answer in time.' : sprintf( 'No connection to Sendcloud: %s', $reason );
		return new SendcloudException( Problem::Unreachable, $detail );
	}

	/** @param array<string, mixed> $answer */
	private static function header( array $answer, string $name ): string {
		$value = wp_remote_retrieve_header( $answer, $name );
		return is_string( $value ) ? $value : '';
	}

	/** `Retry-After` is a number of seconds or a date. */
	private static function seconds( string $retry_after ): ?int {
		if ( ctype_digit( $retry_after ) ) {
			return min( (int) $retry_after, self::MAX_RETRY_AFTER );
		}
		$time = strtotime( $retry_after );
		return false === $time ? null : max( 0, min( $time - time(), self::MAX_RETRY_AFTER ) );
	}
}
