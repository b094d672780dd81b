<?php
/**
 * Where WordPress would end the request. No Exception: WooCommerce catches those.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Checkout;

use Error;

final class Died extends Error {

	/** @var string */
	protected $message = 'WordPress has ended the request.';
}
