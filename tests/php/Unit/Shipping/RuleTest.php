<?php
/**
 * What a rule allows: arithmetic, without a shop.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Unit\Shipping;

use PHPUnit\Framework\TestCase;
use SendcloudServicePoints\Shipping\Rules\Rule;

final class RuleTest extends TestCase {

	public function test_an_empty_rule_allows_everything_a_new_kind_of_point_included(): void {
		$rule = new Rule();

		self::assertTrue( $rule->allows_carrier( 'acme_post' ) );
		self::assertFalse( $rule->is_too_much_for( 'acme_post' ) );
		self::assertTrue( $rule->allows_shop_type( 'fridge' ) );
	}

	public function test_carriers_are_known_with_and_without_their_country(): void {
		$rule = new Rule( carriers: [ 'dhl', 'inpost_it' ], without_carriers: [ 'ups' ] );

		self::assertTrue( $rule->allows_carrier( 'dhl_de' ) );
		self::assertTrue( $rule->allows_carrier( 'inpost' ) );
		self::assertFalse( $rule->allows_carrier( 'gls' ) );
		self::assertTrue( $rule->is_too_much_for( 'ups_fr' ) );
		self::assertFalse( $rule->is_too_much_for( 'dhl_de' ) );
	}

	public function test_without_lockers_points_of_no_or_new_kind_stay(): void {
		$rule = new Rule( without_shop_types: [ 'locker' ] );

		self::assertFalse( $rule->allows_shop_type( 'locker' ) );
		self::assertTrue( $rule->allows_shop_type( '' ) );
		self::assertTrue( $rule->allows_shop_type( 'fridge' ) );
	}
}
