/** What no test may let pass: requests to strangers, uncaught errors, errors in the console. */
import type { BrowserContext, ConsoleMessage } from '@playwright/test';
import { ownUrls } from './environment';

const ALLOWED = new Set( ownUrls.map( ( url ) => new URL( url ).host ) );
const OWN = /sendcloud-service-points/;

const isOurs = ( message: ConsoleMessage ): boolean =>
	OWN.test( message.location().url ) || OWN.test( message.text() );

/** Everything is fatal as an error; a warning only where it is about us: WooCommerce and jQuery have theirs. */
const isProblem = ( message: ConsoleMessage ): boolean =>
	message.type() === 'error' ||
	( message.type() === 'warning' && isOurs( message ) );

export class Watch {
	readonly problems: string[] = [];
	/** Every address requested, in order. */
	readonly requests: string[] = [];
	readonly #expected: RegExp[] = [
		// WooCommerce saves the way of paying behind the shopper's back, sometimes when the order is placed already: its cart
		// is then in use (409) or empty (400). Nothing of ours asks at this address.
		/status of 40[09] .*__experimental_calc_totals/,
	];

	constructor( context: BrowserContext ) {
		context.on( 'request', ( request ) => {
			const url = new URL( request.url() );
			this.requests.push( request.url() );
			if (
				/^https?:$/.test( url.protocol ) &&
				! ALLOWED.has( url.host )
			) {
				this.problems.push( `Request to a stranger: ${ url }` );
			}
		} );
		context.on( 'weberror', ( error ) =>
			this.problems.push( `Uncaught: ${ error.error().stack }` )
		);
		context.on( 'console', ( message ) => {
			if ( isProblem( message ) ) {
				this.problems.push(
					`Console: ${ message.text() } (${ message.location().url })`
				);
			}
		} );
	}

	/** For the rest of the test. The browser itself logs each request that fails, also where that is what is tested. */
	expect( problem: RegExp ): void {
		this.#expected.push( problem );
	}

	unexpected(): string[] {
		return this.problems.filter(
			( problem ) =>
				! this.#expected.some( ( expected ) =>
					expected.test( problem )
				)
		);
	}
}
