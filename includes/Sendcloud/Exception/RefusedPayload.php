<?php
/**
 * Sendcloud refuses what was sent to it, and says which part.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud\Exception;

use SendcloudServicePoints\Sendcloud\SendcloudException;

/**
 * @phpstan-type Problem array{pointer: string, detail: string}
 */
final class RefusedPayload extends SendcloudException {

	/** @var list<Problem> */
	private array $problems = [];

	/**
	 * @param list<Problem> $problems Where in the request and why, in Sendcloud's words. The words may quote a customer: the message,
	 *                                which is logged, leaves them out.
	 */
	public static function because_of( array $problems ): self {
		$refusal           = new self( sprintf( 'Sendcloud refuses the request (%s).', implode( ', ', array_column( $problems, 'pointer' ) ) ) );
		$refusal->problems = $problems;
		return $refusal;
	}

	/** @return list<Problem> */
	public function problems(): array {
		return $this->problems;
	}

	public function code(): string {
		return 'rest_invalid_param';
	}

	public function status(): int {
		return 400;
	}

	public function shopper_message(): string {
		return $this->merchant_message();
	}

	public function merchant_message(): string {
		return __( 'Sendcloud refused the request.', 'sendcloud-service-points' );
	}
}
