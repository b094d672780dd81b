import { expect, type Page } from '@playwright/test';
import type { Address } from '../support/addresses';
import { Checkout } from './checkout';

export class BlockCheckout extends Checkout {
	readonly path = '/checkout/';
	readonly delivery;

	constructor( page: Page ) {
		super( page );
		this.delivery = page.getByRole( 'group', { name: 'Shipping options' } );
	}

	async expectReady(): Promise< void > {
		await expect(
			this.delivery.getByRole( 'radio' ).first()
		).toBeVisible();
	}

	async fill( address: Address ): Promise< void > {
		await this.page
			.getByRole( 'textbox', { name: 'Email address' } )
			.fill( address.email );
		const group = this.page.getByRole( 'group', {
			name: 'Shipping address',
		} );
		const edit = group.getByRole( 'button', { name: 'Edit' } );
		if ( await edit.isVisible() ) {
			await edit.click();
		}
		await group
			.getByRole( 'combobox', { name: 'Country/Region' } )
			.selectOption( { label: address.countryName } );
		const fields: Array< [ RegExp, string ] > = [
			[ /^First name/, address.first_name ],
			[ /^Last name/, address.last_name ],
			[ /^Address/, address.address_1 ],
			[ /^Postal code|^Postcode/, address.postcode ],
			[ /^City|^Town/, address.city ],
		];
		for ( const [ name, value ] of fields ) {
			await group.getByRole( 'textbox', { name } ).first().fill( value );
		}
		// Leaving the last field sends the whole address to the shop at once.
		const sent = this.page.waitForResponse( ( response ) =>
			[ address.country, address.postcode, address.city ].every(
				( part ) =>
					response.request().postData()?.includes( `"${ part }"` )
			)
		);
		await group.getByRole( 'textbox', { name: /^Phone/ } ).press( 'Tab' );
		await ( await sent ).finished();
		await this.expectReady();
	}

	async choose( method: RegExp, index = 0 ): Promise< void > {
		await this.method( method, index ).click();
	}
}
