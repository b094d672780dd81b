<?php
/**
 * There is no usable answer of Sendcloud's. The problem says why; the message is the detail for the log and the merchant.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud;

use RuntimeException;

/** @phpstan-type Complaint array{pointer: string, detail: string} */
final class SendcloudException extends RuntimeException {

	/**
	 * @param string          $detail      In English, without keys, addresses or names.
	 * @param int|null        $retry_after Seconds, where Sendcloud says.
	 * @param list<Complaint> $complaints  Where in a refused request and why, in Sendcloud's words, which may quote a customer.
	 */
	public function __construct(
		public readonly Problem $problem,
		string $detail,
		private readonly ?int $retry_after = null,
		public readonly array $complaints = [],
	) {
		parent::__construct( $detail );
	}

	/** @param string $field What the answer lacks. */
	public static function answer_without( string $field ): self {
		return new self( Problem::MalformedResponse, sprintf( 'The answer has no usable "%s".', $field ) );
	}

	public static function endpoint_missing(): self {
		return new self( Problem::EndpointMissing, 'This version of the API does not have it (HTTP 404).' );
	}

	public function kind(): ProblemKind {
		return $this->problem->kind();
	}

	/** The REST code of docs/data-contract.md. */
	public function code(): string {
		return $this->problem->code();
	}

	public function status(): int {
		return $this->problem->status();
	}

	/** Translated: what the shopper can do next. */
	public function shopper_message(): string {
		return $this->problem->shopper_message();
	}

	/** Translated: what the merchant can do about it. */
	public function merchant_message(): string {
		return $this->problem->merchant_message();
	}

	/** Seconds after which asking again makes sense, where known. */
	public function retry_after(): ?int {
		return $this->retry_after ?? $this->problem->retry_after();
	}
}
