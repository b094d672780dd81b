<?php
/**
 * A check that finds what a test tells it, until it is repaired.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Diagnostics;

use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Finding;

abstract class StubCheck extends Check {

	public const FIXABLE = true;

	public const REPAIRED = 'scsp_test_repaired';

	public function __construct( private readonly Finding $finding ) {}

	public function title(): string {
		return static::ID;
	}

	public function run(): Finding {
		return get_option( self::REPAIRED ) ? Finding::good( 'Repaired.' ) : $this->finding;
	}

	public function fix(): void {
		update_option( self::REPAIRED, 'yes' );
	}
}
