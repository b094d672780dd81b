import type { Locator, Page } from '@playwright/test';

/** The sandbox' panel, which reads the shop's orders as Sendcloud does. */
export class Panel {
	constructor(
		readonly page: Page,
		readonly sandbox: string
	) {}

	async openOrder( id: string ): Promise< Locator > {
		await this.page.goto( `${ this.sandbox }/panel` );
		return this.page.getByRole( 'row' ).filter( {
			has: this.page.getByText( `#${ id }`, { exact: true } ),
		} );
	}
}
