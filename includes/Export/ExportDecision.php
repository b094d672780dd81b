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
	case Cancel;

	/** Leave it as it is there, or is not there. */
	case Keep;
}
