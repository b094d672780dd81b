<?php
/**
 * What order notes say of a service point. A link puts it back; src/admin/order/restore.ts follows it.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Order;

use SendcloudServicePoints\Domain\Selection;
use SendcloudServicePoints\Domain\Text;
use WC_Order;

final class PointNote {

	/**
	 * @param string $text With a placeholder for the point.
	 * @return string Escaped HTML.
	 */
	public static function text( string $text, Selection $selection ): string {
		return esc_html( sprintf( $text, self::name( $selection ) ) );
	}

	/**
	 * @param string $text    With a placeholder for the point.
	 * @param int    $line_id Where it was; 0 where the line is gone.
	 * @return string Escaped HTML, with the link.
	 */
	public static function with_link( WC_Order $order, string $text, Selection $selection, int $line_id = 0 ): string {
		return sprintf(
			'%s <a href="%s">%s</a>',
			self::text( $text, $selection ),
			esc_url( $order->get_edit_order_url() . "#sendcloud-restore-$line_id-{$selection->service_point->id}-$selection->post_number" ),
			esc_html__( 'Put it back', 'sendcloud-service-points' )
		);
	}

	/** @return string Not escaped. */
	public static function name( Selection $selection ): string {
		$point = $selection->service_point;
		return Text::join( ', ', $point->name, trim( "$point->postal_code $point->city" ), $selection->post_number ) . " ($point->id)";
	}
}
