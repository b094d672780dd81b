<?php
/**
 * A check that can repair what it finds. Its finding offers that with Finding::fixable().
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics;

interface Fixable extends Check {

	/** Repairs. Whoever calls has made sure that the user may: capability `manage_woocommerce`, and a nonce. */
	public function apply(): void;
}
