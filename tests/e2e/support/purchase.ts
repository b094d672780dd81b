/** Everywhere an order's point must be read after it is placed. */
import type { Panel } from '../pages/panel';
import type { WpAdmin } from '../pages/wp-admin';
import type { Checkout } from '../pages/checkout';
import type { Point } from './points';
import { expect } from './test';

export async function expectOnThankYouPage(
	checkout: Checkout,
	point: Point
): Promise< string > {
	const id = await checkout.expectThanks();
	const main = checkout.page.getByRole( 'main' );
	await expect(
		main.getByRole( 'heading', { name: 'Service point' } )
	).toBeVisible();
	await expectToRead( main, point );
	return id;
}

export async function expectInWpAdmin(
	admin: WpAdmin,
	id: string,
	point: Point
): Promise< void > {
	await expectToRead( await admin.openOrder( id ), point );
}

export async function expectInPanel(
	panel: Panel,
	id: string,
	point: Point
): Promise< void > {
	const row = await panel.openOrder( id );
	await expect( row ).toContainText( String( point.id ) );
	await expectToRead( row, { ...point, street: point.panelStreet } );
}

async function expectToRead(
	place: ReturnType< Checkout[ 'chooser' ] >,
	point: Point
): Promise< void > {
	await expect( place ).toContainText( point.name );
	await expect( place ).toContainText( point.street );
	await expect( place ).toContainText( point.city );
}
