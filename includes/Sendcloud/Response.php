<?php
/**
 * An answer over HTTP, read strictly: JSON of a 2xx answer, or the exception that says what went wrong.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud;

use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Sendcloud\Exception\EndpointMissing;
use SendcloudServicePoints\Sendcloud\Exception\GeocoderUnavailable;
use SendcloudServicePoints\Sendcloud\Exception\InvalidCredentials;
use SendcloudServicePoints\Sendcloud\Exception\MalformedResponse;
use SendcloudServicePoints\Sendcloud\Exception\NotEnabled;
use SendcloudServicePoints\Sendcloud\Exception\NotFound;
use SendcloudServicePoints\Sendcloud\Exception\RateLimited;
use SendcloudServicePoints\Sendcloud\Exception\RefusedPayload;
use SendcloudServicePoints\Sendcloud\Exception\RejectedRequest;
use SendcloudServicePoints\Sendcloud\Exception\Unreachable;

final class Response {

	/** @param int|null $retry_after Seconds, where the answer says so. */
	public function __construct(
		private readonly int $status,
		private readonly string $body,
		private readonly ?int $retry_after = null,
	) {}

	/**
	 * @return mixed The decoded JSON.
	 * @throws SendcloudException For every other answer.
	 */
	public function json(): mixed {
		$json = json_decode( $this->body, true, 64 );
		if ( $this->status < 200 || $this->status > 299 ) {
			throw $this->problem( Fields::of( $json ) );
		}
		if ( null === $json && 204 !== $this->status ) {
			throw MalformedResponse::not_json( $this->status );
		}
		return $json;
	}

	private function problem( Fields $json ): SendcloudException {
		// API v3 lists errors, v2 has one.
		$error   = isset( $json->data['errors'] ) ? Fields::of( $json->list( 'errors' )[0] ?? null ) : $json->at( 'error' );
		$message = $error->string( 'detail' ) . $error->string( 'message' );

		return match ( true ) {
			401 === $this->status, 403 === $this->status => InvalidCredentials::refused( $this->status ),
			// A proxy or an API that does not know the path answers 404 in its own words: that says nothing about a point.
			404 === $this->status => '' === $message ? EndpointMissing::not_found() : NotFound::because_sendcloud_says_so(),
			429 === $this->status => RateLimited::for_seconds( $this->retry_after ),
			503 === $this->status && false !== stripos( $message, 'address' ) => GeocoderUnavailable::address_unresolved(),
			$this->status >= 500  => Unreachable::server_error( $this->status ),
			'' !== $error->at( 'source' )->string( 'pointer' ) => RefusedPayload::because_of( self::payload_problems( $json ) ),
			400 === $this->status && '' !== $message => self::refusal( $error, $message ),
			default               => MalformedResponse::unexpected_status( $this->status ),
		};
	}

	/** @return list<array{pointer: string, detail: string}> */
	private static function payload_problems( Fields $json ): array {
		return array_map(
			static fn ( Fields $error ): array => [
				'pointer' => $error->at( 'source' )->string( 'pointer' ),
				'detail'  => $error->string( 'detail' ),
			],
			array_map( Fields::of( ... ), $json->list( 'errors' ) )
		);
	}

	/** Sendcloud has one status and hardly a code for it, so the words decide. They may quote the shopper: they go no further. */
	private static function refusal( Fields $error, string $message ): SendcloudException {
		$parameter = $error->at( 'source' )->string( 'parameter' );
		return match ( 1 ) {
			preg_match( '/carriers?\b.*\bnot (enabled|activated|supported)|not (enabled|activated|supported).*\bcarrier/i', $message ) => NotEnabled::carriers(),
			preg_match( '/not (enabled|activated)\b.*integration/i', $message ) => NotEnabled::integration(),
			default => RejectedRequest::because_of( $parameter, $error->string( 'code' ) ),
		};
	}
}
