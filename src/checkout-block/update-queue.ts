/**
 * Sends choices to the shop one after the other: answers that cross each other would leave the cart with the older choice.
 */
import type { ServicePointUpdate } from '../checkout/packages';

export function createUpdateQueue(
	send: ( update: ServicePointUpdate ) => Promise< unknown >,
	whenReady: () => Promise< void >
) {
	const latest = new Map< string, ServicePointUpdate >();
	let tail: Promise< unknown > = Promise.resolve();

	/** Rejects when the shop refuses. A choice that a newer one of its package has overtaken is not sent at all. */
	return ( update: ServicePointUpdate ): Promise< void > => {
		latest.set( update.package_id, update );
		const turn = tail.then( async () => {
			await whenReady();
			if ( latest.get( update.package_id ) === update ) {
				await send( update );
			}
		} );
		tail = turn.catch( () => undefined );
		return turn;
	};
}
