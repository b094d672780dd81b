<?php
/**
 * What every room may know of the plugin itself.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints;

final class Info {

	public const VERSION        = '0.1.0';
	public const REST_NAMESPACE = 'sendcloud-service-points/v1';
	public const TEXT_DOMAIN    = 'sendcloud-service-points';
}
