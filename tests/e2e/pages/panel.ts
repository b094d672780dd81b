import type { Locator, Page } from '@playwright/test';
import { sandboxUrl } from '../support/environment';

/** The sandbox' panel, which reads the shop's orders as Sendcloud does. */
export class Panel {
	constructor( readonly page: Page ) {}

	async openOrder( id: string ): Promise< Locator > {
		await this.page.goto( `${ sandboxUrl }/panel` );
		return this.page.getByRole( 'row' ).filter( {
			has: this.page.getByText( `#${ id }`, { exact: true } ),
		} );
	}
}
