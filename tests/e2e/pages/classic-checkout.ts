import { expect, type Page } from '@playwright/test';
import type { Address } from '../support/addresses';
import { Checkout } from './checkout';

export class ClassicCheckout extends Checkout {
	readonly path = '/checkout-classic/';
	readonly delivery;

	constructor( page: Page ) {
		super( page );
		// The review table has no name of its own; its delivery rows are where the radios are.
		this.delivery = page
			.locator( '.woocommerce-checkout-review-order-table' )
			.getByRole( 'rowgroup' )
			.last();
	}

	async expectReady(): Promise< void > {
		await expect(
			this.delivery.getByRole( 'radio' ).first()
		).toBeVisible();
		await expect( this.page.locator( '.blockOverlay' ) ).toHaveCount( 0 );
	}

	override async open(): Promise< void > {
		// The page updates its review table as soon as it is ready.
		await this.updated( () => this.page.goto( this.path ) );
	}

	async fill( address: Address ): Promise< void > {
		const billing = this.page.locator( '.woocommerce-billing-fields' );
		// The list is hidden behind a widget that is WordPress' own business.
		await this.updated( () =>
			billing
				.locator( '#billing_country' )
				.selectOption( { label: address.countryName } )
		);
		const fields: Array< [ RegExp, string ] > = [
			[ /^First name/, address.first_name ],
			[ /^Last name/, address.last_name ],
			[ /^Street address/, address.address_1 ],
			[ /^Town/, address.city ],
			[ /^Phone/, address.phone ],
			[ /^Email/, address.email ],
		];
		for ( const [ name, value ] of fields ) {
			await billing
				.getByRole( 'textbox', { name } )
				.first()
				.fill( value );
		}
		const postcode = billing.getByRole( 'textbox', {
			name: /^(Postcode|Postal code)/,
		} );
		await postcode.clear();
		await this.updated( async () => {
			// WooCommerce listens to keys here, not to the value.
			await postcode.pressSequentially( address.postcode );
			await postcode.press( 'Tab' );
		} );
	}

	async choose( method: RegExp, index = 0 ): Promise< void > {
		await this.updated( () => this.method( method, index ).click() );
	}

	/** Waits for the review table that an action makes WooCommerce draw. */
	private async updated( action: () => Promise< unknown > ): Promise< void > {
		const answer = this.page.waitForResponse(
			/wc-ajax=update_order_review/
		);
		await action();
		await ( await answer ).finished();
		await this.expectReady();
	}
}
