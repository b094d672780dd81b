<?php
/**
 * What a shopper chose: a point, and the post number where the point needs one.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Domain;

/**
 * @phpstan-import-type ServicePointShape from ServicePoint
 * @phpstan-type SelectionShape array{service_point: ServicePointShape, post_number: string}
 */
final class Selection {

	/**
	 * @param list<string> $answers_for Codes of carriers, where the point's own is another: asked about them, Sendcloud answered with this
	 *                                  point. Known to the checkout's session alone.
	 */
	public function __construct(
		public readonly ServicePoint $service_point,
		public readonly string $post_number = '',
		public readonly array $answers_for = [],
	) {}

	/** @return SelectionShape */
	public function to_array(): array {
		return [
			'service_point' => $this->service_point->to_array(),
			'post_number'   => $this->post_number,
		];
	}

	/** @param mixed $data Tolerant: null when it holds no service point. */
	public static function from_array( mixed $data ): ?self {
		$fields = Fields::from_data( $data );
		$point  = ServicePoint::from_array( $fields->data['service_point'] ?? null );
		return null === $point ? null : new self( $point, $fields->string( 'post_number' ), $fields->strings( 'answers_for' ) );
	}
}
