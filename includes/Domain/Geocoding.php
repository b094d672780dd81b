<?php
/**
 * How well Sendcloud understood the address that was searched.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Domain;

/** @phpstan-type GeocodingShape array{status: string, precision: string|null, formatted_address: string|null} */
final class Geocoding {

	public const STATUSES = [ 'matched', 'partially_matched', 'not_found' ];

	public function __construct(
		public readonly string $status,
		public readonly ?string $precision = null,
		public readonly ?string $formatted_address = null,
	) {}

	/** @return GeocodingShape */
	public function to_array(): array {
		return [
			'status'            => $this->status,
			'precision'         => $this->precision,
			'formatted_address' => $this->formatted_address,
		];
	}

	/** @param mixed $data Tolerant: null when it has no known status. */
	public static function from_array( mixed $data ): ?self {
		$fields = Fields::from_data( $data );
		$status = $fields->string( 'status' );
		if ( ! in_array( $status, self::STATUSES, true ) ) {
			return null;
		}
		$precision         = $fields->string( 'precision' );
		$formatted_address = $fields->string( 'formatted_address' );
		return new self( $status, '' === $precision ? null : $precision, '' === $formatted_address ? null : $formatted_address );
	}
}
