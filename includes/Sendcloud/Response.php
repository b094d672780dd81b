<?php
/**
 * An answer over HTTP, read strictly: JSON of a 2xx answer, or the exception that says what went wrong.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud;

use SendcloudServicePoints\Domain\Fields;

/** @phpstan-import-type Complaint from SendcloudException */
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
			throw $this->failure( Fields::from_data( $json ) );
		}
		if ( null === $json && 204 !== $this->status ) {
			throw new SendcloudException( Problem::MalformedResponse, sprintf( 'The answer (HTTP %d) is not JSON.', $this->status ) );
		}
		return $json;
	}

	private function failure( Fields $json ): SendcloudException {
		$errors     = self::errors( $json );
		$error      = $errors[0] ?? Fields::from_data( null );
		$message    = $error->string( 'detail' ) . $error->string( 'message' );
		$complaints = self::complaints( $errors );
		$problem    = $this->problem( $message, [] !== $complaints );

		$detail = match ( $problem ) {
			Problem::InvalidCredentials => sprintf( 'Sendcloud refused the keys (HTTP %d).', $this->status ),
			Problem::EndpointMissing => SendcloudException::endpoint_missing()->getMessage(),
			Problem::NotFound => 'Sendcloud does not know it.',
			Problem::RateLimited => 'Sendcloud limits the number of requests.',
			Problem::GeocoderUnavailable => 'Sendcloud cannot resolve addresses at the moment.',
			Problem::Unreachable => sprintf( 'Sendcloud answered with HTTP %d.', $this->status ),
			Problem::NotEnabled => 'Service points, or a carrier that was asked for, are switched off for this integration.',
			Problem::RefusedPayload => sprintf( 'Sendcloud refuses the request (%s).', implode( ', ', array_column( $complaints, 'pointer' ) ) ),
			// Not its words: they quote what the shopper typed.
			Problem::RejectedRequest => sprintf(
				'Sendcloud refuses the request (parameter "%s", code "%s").',
				$error->at( 'source' )->string( 'parameter' ),
				$error->string( 'code' )
			),
			default => sprintf( 'Unexpected answer (HTTP %d).', $this->status ),
		};
		return new SendcloudException( $problem, $detail, Problem::RateLimited === $problem ? $this->retry_after : null, $complaints );
	}

	/** @param string $message Sendcloud's words. Hardly ever there is a code, so they decide; they may quote the shopper and go no further. */
	private function problem( string $message, bool $has_complaints ): Problem {
		return match ( true ) {
			// What has neither Sendcloud's words nor silence is a firewall's page.
			403 === $this->status && str_starts_with( ltrim( $this->body ), '<' ) => Problem::MalformedResponse,
			401 === $this->status, 403 === $this->status => Problem::InvalidCredentials,
			// A proxy or an API that does not know the path answers 404 in its own words: that says nothing about a point.
			404 === $this->status => '' === $message ? Problem::EndpointMissing : Problem::NotFound,
			429 === $this->status => Problem::RateLimited,
			503 === $this->status && false !== stripos( $message, 'address' ) => Problem::GeocoderUnavailable,
			$this->status >= 500 => Problem::Unreachable,
			$has_complaints => Problem::RefusedPayload,
			'' === $message => Problem::MalformedResponse,
			self::is_about_a_switch( $message ) => Problem::NotEnabled,
			default => Problem::RejectedRequest,
		};
	}

	private static function is_about_a_switch( string $message ): bool {
		$is_about_a_carrier = '/carriers?\b.*\bnot (enabled|activated|supported)|not (enabled|activated|supported).*\bcarrier/i';
		return 1 === preg_match( $is_about_a_carrier, $message ) || 1 === preg_match( '/not (enabled|activated)\b.*integration/i', $message );
	}

	/** @return list<Fields> API v3 lists errors, or has one without a list around it; v2 has one under another name. */
	private static function errors( Fields $json ): array {
		$errors = $json->data['errors'] ?? $json->data['error'] ?? null;
		$errors = is_array( $errors ) ? $errors : [];
		return array_map( Fields::from_data( ... ), array_is_list( $errors ) ? $errors : [ $errors ] );
	}

	/**
	 * @param list<Fields> $errors
	 * @return list<Complaint> None where no part of what was sent is named.
	 */
	private static function complaints( array $errors ): array {
		$complaints = array_map(
			static fn ( Fields $error ): array => [
				'pointer' => $error->at( 'source' )->string( 'pointer' ),
				'detail'  => $error->string( 'detail' ),
			],
			$errors
		);
		return '' === implode( '', array_column( $complaints, 'pointer' ) ) ? [] : $complaints;
	}
}
