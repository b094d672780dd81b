<?php
/**
 * Where the shop stands.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics;

final class Environment {

	/** A shop on a developer's machine is not public and has no certificate: nothing to alarm anybody about. */
	public static function is_local(): bool {
		return in_array( wp_get_environment_type(), [ 'local', 'development' ], true );
	}
}
