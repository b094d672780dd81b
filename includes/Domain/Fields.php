<?php
/**
 * Reads decoded JSON that somebody else wrote: a missing field or one of the wrong type is empty, never an error.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Domain;

final class Fields {

	/** @param array<array-key, mixed> $data */
	private function __construct( public readonly array $data ) {}

	public static function from_data( mixed $data ): self {
		return new self( is_array( $data ) ? $data : [] );
	}

	/** The fields of a nested object. */
	public function at( string $key ): self {
		return self::from_data( $this->data[ $key ] ?? null );
	}

	public function string( string $key ): string {
		$value = $this->data[ $key ] ?? '';
		return is_string( $value ) || is_int( $value ) || is_float( $value ) ? trim( (string) $value ) : '';
	}

	public function integer( string $key ): ?int {
		$number = $this->number( $key );
		return null === $number || abs( $number ) >= PHP_INT_MAX ? null : (int) round( $number );
	}

	/** API v2 writes numbers as strings. */
	public function number( string $key ): ?float {
		$value = $this->data[ $key ] ?? null;
		return is_numeric( $value ) && is_finite( (float) $value ) ? (float) $value : null;
	}

	public function boolean( string $key, bool $otherwise ): bool {
		$value = $this->data[ $key ] ?? null;
		return is_bool( $value ) ? $value : $otherwise;
	}

	/** @return list<mixed> */
	public function items( string $key ): array {
		$value = $this->data[ $key ] ?? null;
		return is_array( $value ) ? array_values( $value ) : [];
	}

	/** @return list<non-empty-string> */
	public function strings( string $key ): array {
		return array_values( array_filter( $this->items( $key ), static fn ( mixed $value ): bool => is_string( $value ) && '' !== $value ) );
	}
}
