import { expect, type Locator, type Page } from '@playwright/test';

/** WooCommerce > Settings > Shipping > Sendcloud Service Points, and what this plugin says above any screen of wp-admin. */
export class Settings {
	/** What a conversion of old methods would do. */
	readonly conversion: Locator;
	/** The old methods, a row each. */
	readonly oldMethods: Locator;
	readonly convert: Locator;
	/** The box that has orders sent to Sendcloud. */
	readonly sending: Locator;
	/** Asks whether zones shall get the method. */
	readonly question: Locator;
	/** Tells that Sendcloud has switched service points off. */
	readonly warning: Locator;

	constructor( readonly page: Page ) {
		const notice = page.locator( '.notice' );
		this.conversion = notice.filter( {
			hasText: "Methods of Sendcloud's first plugin",
		} );
		this.oldMethods = this.conversion
			.getByRole( 'row' )
			.filter( { has: page.getByRole( 'cell' ) } );
		this.convert = this.conversion.getByRole( 'button', {
			name: 'Convert',
		} );
		this.sending = page.getByRole( 'checkbox', {
			name: /^Send orders from now on/,
		} );
		this.question = notice.filter( {
			hasText: 'Service points are switched on in Sendcloud.',
		} );
		this.warning = notice.filter( {
			hasText: 'Service points are switched off in Sendcloud',
		} );
	}

	async open(): Promise< void > {
		await this.page.goto(
			'/wp-admin/admin.php?page=wc-settings&tab=shipping&section=sendcloud-service-points'
		);
		await expect(
			this.page.getByRole( 'heading', {
				name: 'Connection to Sendcloud',
			} )
		).toBeVisible();
	}

	async whenSwitchedOn( choice: RegExp ): Promise< void > {
		await this.open();
		const field = this.page.getByLabel(
			'When service points are switched on'
		);
		const label = await field
			.getByRole( 'option', { name: choice } )
			.innerText();
		await field.selectOption( { label } );
		await this.#save();
	}

	async sendOrders( wanted: boolean ): Promise< void > {
		await this.open();
		await this.sending.setChecked( wanted );
		await this.#save();
	}

	async #save(): Promise< void > {
		// WooCommerce wants nothing saved that has not changed.
		const save = this.page.getByRole( 'button', { name: 'Save changes' } );
		if ( await save.isEnabled() ) {
			await save.click();
			await this.expectDone( 'Your settings have been saved.' );
		}
	}

	async expectDone( message: string ): Promise< void > {
		await expect(
			this.page
				.locator( '.notice, .updated' )
				.filter( { hasText: message } )
		).toBeVisible();
	}
}
