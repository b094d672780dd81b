<?php
/**
 * Where WordPress would end the request. No Exception: WooCommerce catches those.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Checkout;

final class Died extends \Error {}
