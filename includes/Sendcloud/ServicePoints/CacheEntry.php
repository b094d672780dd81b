<?php
/**
 * What CachedSource remembers of one question: an answer or a refusal, and since when.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud\ServicePoints;

use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Sendcloud\Problem;
use SendcloudServicePoints\Sendcloud\SendcloudException;

final class CacheEntry {

	/** Seconds a refusal counts. */
	public const REFUSAL = 30;

	/** @param array<array-key, mixed>|null $value Null for a refusal. */
	private function __construct(
		public readonly ?array $value,
		private readonly string $refusal,
		private readonly string $detail,
		private readonly int $since,
	) {}

	/** @param array<array-key, mixed> $value */
	public static function of( array $value ): self {
		return new self( $value, '', '', time() );
	}

	public static function refusal( SendcloudException $exception ): self {
		return new self( null, $exception->problem->value, $exception->getMessage(), time() );
	}

	/** @param array<array-key, mixed>|null $data Null when it is no entry. */
	public static function from_array( ?array $data ): ?self {
		$fields = Fields::of( $data );
		$value  = $fields->data['value'] ?? null;
		$since  = $fields->integer( 'since' );
		return null === $since ? null : new self( is_array( $value ) ? $value : null, $fields->string( 'refusal' ), $fields->string( 'detail' ), $since );
	}

	/** @return array<string, mixed> */
	public function to_array(): array {
		return [
			'value'   => $this->value,
			'refusal' => $this->refusal,
			'detail'  => $this->detail,
			'since'   => $this->since,
		];
	}

	public function is_fresh( int $seconds ): bool {
		return time() - $this->since < ( null === $this->value ? self::REFUSAL : $seconds );
	}

	/**
	 * @return array<array-key, mixed>
	 * @throws SendcloudException When Sendcloud refused.
	 */
	public function answer(): array {
		if ( null === $this->value ) {
			throw new SendcloudException( Problem::tryFrom( $this->refusal ) ?? Problem::NotFound, $this->detail );
		}
		return $this->value;
	}
}
