<?php
/**
 * The service point of one shipping line: the selection, and for which shipping method it was chosen.
 *
 * A point that an edit of the order has made impossible is set aside on its line, so that undoing the edit brings it back.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Order;

use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Domain\Selection;
use WC_Order_Item_Shipping;

final class LinePoint {

	public const META = '_sendcloud_service_point';

	public const SET_ASIDE = '_sendcloud_service_point_set_aside';

	public static function read( WC_Order_Item_Shipping $line ): ?Selection {
		return Selection::from_array( $line->get_meta( self::META ) );
	}

	public static function read_set_aside( WC_Order_Item_Shipping $line ): ?Selection {
		return Selection::from_array( $line->get_meta( self::SET_ASIDE ) );
	}

	/** Null takes it away, for good. */
	public static function write( WC_Order_Item_Shipping $line, ?Selection $selection ): void {
		if ( null === $selection ) {
			self::delete( $line, self::META );
		} else {
			$line->update_meta_data( self::META, $selection->to_array() + [ 'method' => self::method( $line ) ] );
		}
		self::delete( $line, self::SET_ASIDE );
	}

	public static function set_aside( WC_Order_Item_Shipping $line ): void {
		$stored = $line->get_meta( self::META );
		$line->update_meta_data( self::SET_ASIDE, is_array( $stored ) ? $stored : [] );
		self::delete( $line, self::META );
	}

	/** Whether the line's method is another one than its point, set aside or not, was chosen for. */
	public static function has_other_method( WC_Order_Item_Shipping $line ): bool {
		$stored = $line->get_meta( $line->meta_exists( self::META ) ? self::META : self::SET_ASIDE );

		// Other software that writes lines leaves the method out.
		return ! in_array( Fields::from_data( $stored )->string( 'method' ), [ '', self::method( $line ) ], true );
	}

	private static function method( WC_Order_Item_Shipping $line ): string {
		return $line->get_method_id() . ':' . $line->get_instance_id();
	}

	private static function delete( WC_Order_Item_Shipping $line, string $key ): void {
		if ( $line->meta_exists( $key ) ) {
			$line->delete_meta_data( $key );
		}
	}
}
