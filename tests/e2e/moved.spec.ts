/**
 * A point chosen, then another address: the point is kept, the page says how far it is, and the picker starts at the new address.
 */
import { RELAY } from './pages/checkout';
import { PARIS } from './support/addresses';
import { FAUBOURG } from './support/points';
import { expect, inBothCheckouts, test } from './support/test';

const LYON = {
	...PARIS,
	address_1: '1 Place Bellecour',
	postcode: '69003',
	city: 'Lyon',
};
const FAR = /About \d\d0 km from your address. Choose a nearer one./;

test.use( { viewport: { width: 390, height: 844 } } );

inBothCheckouts( ( kind ) => {
	test( 'moving house is not silent', async ( {
		page,
		store,
		checkout,
		picker,
	} ) => {
		await store.addToCart( 'mug' );
		await store.deliverTo( PARIS );
		await store.ship( RELAY );
		await store.choose( FAUBOURG.id );
		await checkout.open();
		await checkout.expectPoint( FAUBOURG );
		await expect( checkout.delivery ).not.toContainText( FAR );

		await checkout.fill( LYON );
		await expect( checkout.delivery ).toContainText( FAR );
		await checkout.expectPoint( FAUBOURG );
		await checkout.delivery.scrollIntoViewIfNeeded();
		await page.screenshot( {
			path: test.info().outputPath( `${ kind }-far.png` ),
		} );

		await checkout.chooser().click();
		await expect( picker.points.first() ).toBeVisible();
		await expect( picker.point( FAUBOURG ) ).toBeHidden();
		await expect( picker.list ).toContainText( 'Lyon' );
		await expect( picker.list ).not.toContainText( 'Paris' );
		await picker.points.first().check();
		await picker.chooseButton.click();
		await expect( picker.dialog ).toBeHidden();
		await expect( checkout.delivery ).not.toContainText(
			'from your address'
		);
	} );
} );
