<?php
/**
 * An answer as our REST routes send it: JSON, kept compressed, which nobody need unpack or read to pass it on.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud\ServicePoints;

final class Answer {

	/** @param string $packed The JSON, deflated where PHP can: fifty points take 3 kB instead of 40. */
	private function __construct( public readonly string $etag, public readonly string $packed ) {}

	/** @param array<string, mixed> $data */
	public static function from_data( array $data ): self {
		$json = (string) wp_json_encode( $data );
		// Weak: a server that compresses the answer must not change it.
		return new self( 'W/"' . md5( $json ) . '"', function_exists( 'gzcompress' ) ? (string) gzcompress( $json ) : $json );
	}

	/** As it was packed, perhaps by another web node. */
	public static function from_packed( string $etag, string $packed ): self {
		return new self( $etag, $packed );
	}

	public function json(): string {
		return str_starts_with( $this->packed, '{' ) ? $this->packed : (string) gzuncompress( $this->packed );
	}

	/** @return array<array-key, mixed> */
	public function data(): array {
		$data = json_decode( $this->json(), true );
		return is_array( $data ) ? $data : [];
	}
}
