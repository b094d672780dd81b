<?php
/**
 * Sendcloud gave no usable answer. One subclass for each row of the error table in docs/data-contract.md.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud;

abstract class SendcloudException extends \RuntimeException {

	/**
	 * Callers use the named constructors; this one is public so that a cache can restore what it remembered.
	 *
	 * @param string   $detail For the merchant and the log: in English, without keys, addresses or names.
	 * @param int|null $retry_after Seconds.
	 */
	final public function __construct( string $detail, private readonly ?int $retry_after = null ) {
		parent::__construct( $detail );
	}

	/** The REST code of docs/data-contract.md. */
	abstract public function code(): string;

	/** The HTTP status our REST routes answer with. */
	abstract public function status(): int;

	/** Translated: what the shopper can do next. */
	abstract public function shopper_message(): string;

	/** Translated: what the merchant can do about it. */
	abstract public function merchant_message(): string;

	/** Seconds after which asking again makes sense, where known. */
	public function retry_after(): ?int {
		return $this->retry_after;
	}
}
