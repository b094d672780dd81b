/**
 * The link in an order note that puts a service point back; includes/Order/PointNote.php writes it. Where the order has no line for it,
 * the link only leads to the order.
 */
import { act, findLine, save } from './line';

const LINK = /#sendcloud-restore-(\d+)-(\d+)-(\d*)$/;

export function listenToNotes(): void {
	document.addEventListener( 'click', ( event ) => {
		const link =
			event.target instanceof Element && event.target.closest( 'a' );
		const [ , lineId, pointId, postNumber ] =
			( link && LINK.exec( link.href ) ) || [];
		const line = lineId !== undefined && findLine( lineId );
		if ( ! line ) {
			return;
		}
		event.preventDefault();
		line.scrollIntoView( { block: 'center' } );
		void act( line, () =>
			save( line, 'POST', {
				service_point_id: Number( pointId ),
				post_number: postNumber,
			} )
		);
	} );
}
