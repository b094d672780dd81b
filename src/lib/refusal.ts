import { record } from './guards';

const PREFIX = 'sendcloud_service_points_';

/** A choice that the shop refused, with a message for whoever chose. The picker is a bundle of its own: it knows it by the code alone. */
export const refusal = ( message: string, code?: unknown ): Error =>
	Object.assign( new Error( message ), { code } );

/** That nobody can choose the point now: it takes no parcels at the moment, or does not exist any more. */
export function unusable( error: unknown ): 'full' | 'withdrawn' | null {
	const { code } = record( error );
	if ( code === `${ PREFIX }unavailable` ) {
		return 'full';
	}
	return code === `${ PREFIX }not_found` ? 'withdrawn' : null;
}
