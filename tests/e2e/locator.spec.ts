import { expect, test } from './support/test';

test( 'the locator block finds service points on any page, without a checkout', async ( {
	page,
} ) => {
	await page.goto( '/service-points/' );
	const main = page.getByRole( 'main' );
	await main
		.getByRole( 'searchbox', { name: 'Address or postcode' } )
		.fill( '75010 Paris' );
	await main.getByRole( 'searchbox' ).press( 'Enter' );
	const point = main
		.getByRole( 'group', { name: 'Service points' } )
		.getByRole( 'button', { name: 'Relais du Faubourg' } );
	await point.click();
	await expect( point ).toHaveAttribute( 'aria-expanded', 'true' );
	await expect(
		main.getByRole( 'table', { name: 'Opening hours this week' } )
	).toBeVisible();
	await expect(
		main.getByRole( 'img', { name: 'Relais du Faubourg' } )
	).toBeVisible();
	await expect(
		main.getByRole( 'button', { name: 'Choose this service point' } )
	).toBeHidden();
} );
