import { expect, type Locator, type Page } from '@playwright/test';
import type { Address } from '../support/addresses';
import type { Point } from '../support/points';

export const RELAY = /Service Point Delivery/;
export const HOME = /Home delivery/;

/** What a shopper sees and does on a checkout page, whichever it is. */
export abstract class Checkout {
	abstract readonly path: string;
	/** The shipping methods, with the point under the chosen one. */
	abstract readonly delivery: Locator;
	readonly placeOrderButton: Locator;

	constructor( readonly page: Page ) {
		this.placeOrderButton = page.getByRole( 'button', {
			name: 'Place order',
		} );
	}

	/** Until the shipping methods of the customer's address are there. */
	async open(): Promise< void > {
		await this.page.goto( this.path );
		await this.expectReady();
	}

	abstract expectReady(): Promise< void >;

	abstract fill( address: Address ): Promise< void >;

	/** A shipping method of the n-th package. */
	method( name: RegExp, index = 0 ): Locator {
		return this.delivery.getByRole( 'radio', { name } ).nth( index );
	}

	/** The button under the chosen relay method of the n-th package. */
	chooser( index = 0 ): Locator {
		return this.delivery
			.getByRole( 'button', {
				name: /^(Choose a|Change) service point$/,
			} )
			.nth( index );
	}

	/** WooCommerce's own field, in the address. */
	get telephone(): Locator {
		return this.page.getByRole( 'textbox', { name: /^Phone/ } ).first();
	}

	get error(): Locator {
		return this.delivery.getByRole( 'alert' );
	}

	/** With the pointer, as a shopper would. */
	abstract choose( method: RegExp, index?: number ): Promise< void >;

	async pay( method: string ): Promise< void > {
		await this.page.getByRole( 'radio', { name: method } ).check();
	}

	async expectPoint( point: Point, index = 0 ): Promise< void > {
		await expect( this.chooser( index ) ).toHaveText(
			'Change service point'
		);
		await expect( this.delivery ).toContainText( point.name );
		await expect( this.delivery ).toContainText( point.street );
		await expect( this.delivery ).toContainText( point.city );
	}

	async expectNoPoint(): Promise< void > {
		await expect( this.chooser() ).toHaveText( 'Choose a service point' );
	}

	async placeOrder(): Promise< void > {
		await this.placeOrderButton.click();
	}

	/** The number of the order just placed. */
	async expectThanks(): Promise< string > {
		await this.page.waitForURL( /\/order-received\/\d+/ );
		return /order-received\/(\d+)/.exec( this.page.url() )?.[ 1 ] ?? '';
	}
}
