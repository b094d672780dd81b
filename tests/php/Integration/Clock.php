<?php
/**
 * The time as the plugin's caches see it. A function of their own namespace goes before PHP's.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration {

	final class Clock {

		private static ?int $now = null;

		/** From here on only we move it. */
		public static function stop(): void {
			self::$now = \time();
		}

		public static function start(): void {
			self::$now = null;
		}

		public static function advance( int $seconds ): void {
			self::$now = self::now() + $seconds;
		}

		public static function now(): int {
			return self::$now ?? \time();
		}
	}
}

namespace SendcloudServicePoints {

	use SendcloudServicePoints\Tests\Integration\Clock;

	function time(): int {
		return Clock::now();
	}
}

namespace SendcloudServicePoints\Marks {

	use SendcloudServicePoints\Tests\Integration\Clock;

	function time(): int {
		return Clock::now();
	}
}

namespace SendcloudServicePoints\Availability {

	use SendcloudServicePoints\Tests\Integration\Clock;

	function time(): int {
		return Clock::now();
	}
}

namespace SendcloudServicePoints\Sendcloud {

	use SendcloudServicePoints\Tests\Integration\Clock;

	function time(): int {
		return Clock::now();
	}
}

namespace SendcloudServicePoints\Sendcloud\ServicePoints {

	use SendcloudServicePoints\Tests\Integration\Clock;

	function time(): int {
		return Clock::now();
	}
}

namespace SendcloudServicePoints\Support {

	use SendcloudServicePoints\Tests\Integration\Clock;

	function time(): int {
		return Clock::now();
	}
}

namespace SendcloudServicePoints\Rest {

	use SendcloudServicePoints\Tests\Integration\Clock;

	function time(): int {
		return Clock::now();
	}
}
