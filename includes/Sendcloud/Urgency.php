<?php
/**
 * Who waits for an answer of Sendcloud's, and so how much of the account's requests may be spent before it has to wait.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud;

enum Urgency: int {

	/** A person waits: a shopper, or the merchant. The value of each case is its share in percent. */
	case Person = 100;

	/** Orders on their way to Sendcloud: the merchant ships them soon. */
	case Export = 80;

	/** Nobody waits: the nightly check and the like. */
	case Background = 50;
}
