/** An answer that is not a success, in the words of the version asked. */
import type { Reply } from '../http';

export class Refusal extends Error {
	constructor( readonly reply: Reply ) {
		super( `Refused with ${ reply.status }` );
	}
}

/** How a version words the errors both have. */
export interface Wording {
	unauthorized: ( path: string ) => Reply;
	notEnabled: ( path: string ) => Reply;
	notFound: ( path: string ) => Reply;
	geocoderDown: ( path: string ) => Reply;
	serverError: ( path: string ) => Reply;
	noSuchRoute: ( path: string ) => Reply;
}
