import type { Locator, Page } from '@playwright/test';

const SCREEN = '/wp-admin/admin.php?page=wc-settings&tab=shipping';

/** WooCommerce's own screens of the shipping zones and their methods. */
export class ShippingZones {
	readonly #dialog: Locator;

	constructor( readonly page: Page ) {
		this.#dialog = page.locator( '.wc-backbone-modal' );
	}

	/** The methods of a zone as the list of zones names them, in their order. */
	async methods( zone: string ): Promise< string[] > {
		await this.page.goto( SCREEN );
		const methods = this.#row( zone ).getByRole( 'listitem' );
		// The list is drawn by a script.
		await methods.first().waitFor();
		const titles = await methods.allInnerTexts();
		return titles.filter( ( title ) => ! /^No shipping/.test( title ) );
	}

	async openZone( zone: string ): Promise< void > {
		await this.page.goto( SCREEN );
		await this.#row( zone ).getByRole( 'link', { name: 'Edit' } ).click();
	}

	/** A method on the screen of its zone; those of one name in their order. */
	method( title: string, index = 0 ): Locator {
		return this.page
			.locator( '.wc-shipping-zone-method-rows' )
			.getByRole( 'row' )
			.filter( { hasText: title } )
			.nth( index );
	}

	/** Every field of a method's settings, by its name: what is typed, chosen or ticked. */
	async settings(
		zone: string,
		title: string
	): Promise< Record< string, string > > {
		await this.openZone( zone );
		await this.method( title )
			.getByRole( 'link', { name: 'Edit' } )
			.click();
		const fields = this.#dialog.getByRole( 'group' );
		await fields.first().waitFor();
		const entries = await fields.evaluateAll( ( groups ) =>
			groups.map( ( group ): [ string, string ] => {
				const field = group.querySelector<
					HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement
				>( 'input, select, textarea' );
				const name = group.querySelector( 'legend' )?.innerText ?? '';
				if ( field instanceof HTMLSelectElement ) {
					const chosen = Array.from( field.selectedOptions );
					return [
						name,
						chosen.map( ( { text } ) => text.trim() ).join( ', ' ),
					];
				}
				return field?.type === 'checkbox'
					? [ name, field.matches( ':checked' ) ? 'ticked' : '' ]
					: [ name, field?.value ?? '' ];
			} )
		);
		return Object.fromEntries( entries );
	}

	/** The button that says whether a method is offered, and changes it. */
	toggle( title: string ): Locator {
		return this.method( title ).locator(
			'.wc-shipping-zone-method-enabled'
		);
	}

	async delete( zone: string, title: string ): Promise< void > {
		await this.openZone( zone );
		this.page.once( 'dialog', ( dialog ) => dialog.accept() );
		await this.method( title )
			.getByRole( 'link', { name: 'Delete' } )
			.click();
		await this.method( title ).waitFor( { state: 'detached' } );
	}

	#row( zone: string ): Locator {
		return this.page
			.locator( '.wc-shipping-zones' )
			.getByRole( 'row' )
			.filter( {
				has: this.page
					.locator( '.wc-shipping-zone-name' )
					.getByText( zone, { exact: true } ),
			} );
	}
}
