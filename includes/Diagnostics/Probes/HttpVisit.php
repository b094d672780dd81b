<?php
/**
 * What a page of the shop answered.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Probes;

final class HttpVisit {

	/**
	 * @param int                         $status  0 when nothing answered.
	 * @param string                      $error   Why nothing answered.
	 * @param array<string, list<string>> $headers Lower-case name => values.
	 */
	private function __construct(
		public readonly int $status,
		public readonly string $error,
		private readonly array $headers,
		public readonly string $body,
	) {}

	public static function failed( string $error ): self {
		return new self( 0, $error, [], '' );
	}

	/** @param array<string, mixed> $answer Of WordPress' HTTP functions. */
	public static function answered( array $answer ): self {
		$headers = [];
		foreach ( wp_remote_retrieve_headers( $answer ) as $name => $value ) {
			$values = array_filter( is_array( $value ) ? $value : [ $value ], 'is_string' );

			$headers[ strtolower( (string) $name ) ] = array_values( $values );
		}
		return new self( (int) wp_remote_retrieve_response_code( $answer ), '', $headers, wp_remote_retrieve_body( $answer ) );
	}

	public function is_ok(): bool {
		return $this->status >= 200 && $this->status < 300;
	}

	/** @return list<string> */
	public function headers( string $name ): array {
		return $this->headers[ $name ] ?? [];
	}

	/** All values of a header in one; empty without it. */
	public function header( string $name ): string {
		return implode( ', ', $this->headers( $name ) );
	}

	/** What to tell: the status, or why there is none. */
	public function outcome(): string {
		return '' === $this->error ? "HTTP {$this->status}" : $this->error;
	}
}
