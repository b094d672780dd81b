<?php
/**
 * What the editor is told about the locator block.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration;

final class LocatorBlockTest extends TestCase {

	private const EDITOR = 'sendcloud-service-points-locator-block-editor';

	public function test_an_editor_can_choose_any_country_where_there_are_service_points(): void {
		do_action( 'enqueue_block_editor_assets' );
		$script = implode( '', array_filter( (array) wp_scripts()->get_data( self::EDITOR, 'before' ), 'is_string' ) );
		self::assertSame( 1, preg_match( '/^window\.sendcloudServicePointsLocator = (.+);$/', $script, $match ), $script );
		$countries = json_decode( $match[1], true )['countries'];
		self::assertSame( [], array_diff( [ 'FR', 'IE', 'CH', 'HU' ], $countries ) );
		self::assertNotContains( 'US', $countries );
	}
}
