<?php
/**
 * What should become of an order at Sendcloud.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Export;

enum ExportDecision {

	case Send;
	case Withdraw;

	/** Neither: as it is there, or is not, so be it. */
	case Leave;
}
