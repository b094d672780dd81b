<?php
/**
 * A search that Sendcloud would refuse, found before asking.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Domain;

use InvalidArgumentException;

final class InvalidSearch extends InvalidArgumentException {

	/** @param string $parameter The argument at fault, as docs/data-contract.md names it. */
	private function __construct( public readonly string $parameter, string $message ) {
		parent::__construct( $message );
	}

	public static function parameter( string $parameter, string $rule ): self {
		return new self( $parameter, sprintf( '%s must be %s.', $parameter, $rule ) );
	}
}
