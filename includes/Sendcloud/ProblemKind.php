<?php
/**
 * What a problem is about, and so what to do with it: ask for something else, ask again, or have it mended.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud;

enum ProblemKind {

	/** Sendcloud's answer to this one question is no. Other questions can be asked. */
	case Refusal;

	/** Sendcloud, or the way to it, fails for now. It will pass. */
	case Outage;

	/** Something in the shop's settings or in the Sendcloud account. It lasts until the merchant mends it. */
	case SetUp;

	/** Too many ask this shop at the same time. It says nothing about Sendcloud, which was not asked. */
	case Congestion;
}
