<?php
/**
 * Beside Sendcloud's plugin, the callbacks of all other plugins are only looked at.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Official;

use Error;
use SendcloudServicePoints\SendcloudPlugins\CompanionMode;
use SendcloudServicePoints\Support\OfficialPlugin;
use SendcloudServicePoints\Tests\Integration\TestCase;

final class DetachTest extends TestCase {

	public function test_no_class_of_another_plugin_is_loaded_before_its_time(): void {
		// As a widget does that extends a class which is not there yet.
		$dies = static function ( string $name ): void {
			if ( 'Some\Missing' === $name ) {
				throw new Error( 'Class "Elementor\Widget_Base" not found' );
			}
		};
		add_action( 'some_hook', [ 'Some\Missing', 'method' ] );
		add_action( 'some_hook', 'Some\Missing::method' );
		spl_autoload_register( $dies );
		try {
			( new CompanionMode( new OfficialPlugin() ) )->detach();
		} finally {
			spl_autoload_unregister( $dies );
		}
		self::assertSame( 10, has_action( 'some_hook', [ 'Some\Missing', 'method' ] ), 'What is not Sendcloud\'s stays.' );
	}
}
