<?php
/**
 * A check that asks another server, or this one over the network: too slow for a page that prints its findings.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics;

interface Remote extends Check {}
