/** `test` as these files use it: watched pages, page objects, and shoppers who start with a full cart. */
import { type BrowserContext, expect, test as base } from '@playwright/test';
import { BlockCheckout } from '../pages/block-checkout';
import type { Checkout } from '../pages/checkout';
import { ClassicCheckout } from '../pages/classic-checkout';
import { Panel } from '../pages/panel';
import { Picker } from '../pages/picker';
import { WpAdmin } from '../pages/wp-admin';
import { sandboxUrl } from './environment';
import { StoreApi } from './store-api';
import { Watch } from './watch';

export type CheckoutKind = 'block' | 'classic';
export const KINDS: readonly CheckoutKind[] = [ 'block', 'classic' ];

interface Fixtures {
	/** Which of the two checkouts `checkout` is. */
	kind: CheckoutKind;
	checkout: Checkout;
	picker: Picker;
	store: StoreApi;
	admin: WpAdmin;
	/** Signs in someone else who may enter wp-admin. */
	signIn: ( login: string ) => Promise< WpAdmin >;
	/** Address of the stand-in for Sendcloud that the shop talks to. */
	sandbox: string;
	panel: Panel;
	watch: Watch;
}

export const test = base.extend< Fixtures >( {
	kind: [ 'block', { option: true } ],
	watch: [
		async ( { context }, provide ) => {
			const watch = new Watch( context );
			await provide( watch );
			expect( watch.unexpected() ).toEqual( [] );
		},
		{ auto: true },
	],
	checkout: async ( { page, kind }, provide ) => {
		await provide(
			kind === 'block'
				? new BlockCheckout( page )
				: new ClassicCheckout( page )
		);
	},
	picker: async ( { page }, provide ) => provide( new Picker( page ) ),
	store: async ( { page }, provide ) =>
		provide( new StoreApi( page.request ) ),
	admin: async ( { browser, baseURL }, provide ) => {
		// The shopper's own cookies stay a guest's.
		const context = await browser.newContext( { baseURL: baseURL ?? '' } );
		await provide( new WpAdmin( await context.newPage() ) );
		await context.close();
	},
	signIn: async ( { browser, baseURL }, provide ) => {
		const contexts: BrowserContext[] = [];
		await provide( async ( login ) => {
			const context = await browser.newContext( {
				baseURL: baseURL ?? '',
			} );
			contexts.push( context );
			const someone = new WpAdmin( await context.newPage(), login );
			await someone.signIn();
			return someone;
		} );
		await Promise.all( contexts.map( ( context ) => context.close() ) );
	},
	sandbox: [ sandboxUrl, { option: true } ],
	panel: async ( { context, sandbox }, provide ) =>
		provide( new Panel( await context.newPage(), sandbox ) ),
} );

/** The same tests in both checkouts. */
export function inBothCheckouts( tests: ( kind: CheckoutKind ) => void ): void {
	for ( const kind of KINDS ) {
		test.describe( `${ kind } checkout`, () => {
			test.use( { kind } );
			tests( kind );
		} );
	}
}

export { expect };
