/** A point that takes no parcels is told of in the dialog, where another one can be chosen at once. */
import { RELAY } from './pages/checkout';
import { PARIS } from './support/addresses';
import { expect, inBothCheckouts, test } from './support/test';

const FULL = /Full at the moment/;

inBothCheckouts( () => {
	test( 'a full point is marked, and one of the nearest is chosen instead', async ( {
		page,
		store,
		checkout,
		picker,
		watch,
	} ) => {
		watch.expect( /status of 400/ );
		await store.addToCart( 'mug' );
		await store.deliverTo( PARIS );
		await page.setViewportSize( { width: 390, height: 844 } );
		await checkout.open();
		await checkout.choose( RELAY );
		const full = picker.list.locator( 'input[value="1000015"]' );
		await full.check();
		await picker.chooseButton.click();
		await expect( picker.dialog.getByRole( 'alert' ) ).toContainText(
			'does not accept parcels at the moment'
		);
		await expect( full ).toHaveAccessibleName( FULL );
		await page.screenshot( {
			path: test.info().outputPath( 'full-390.png' ),
		} );

		const other = picker.dialog.locator( '.scsp-alternative' ).first();
		const name = await other.locator( 'strong' ).innerText();
		await other.click();
		await expect( picker.dialog.getByRole( 'alert' ) ).toBeHidden();
		await page.screenshot( {
			path: test.info().outputPath( 'other-390.png' ),
		} );
		await picker.chooseButton.click();
		await expect( picker.dialog ).toBeHidden();
		await expect( checkout.delivery ).toContainText( name );

		await checkout.pay( 'Cash on delivery' );
		await checkout.placeOrder();
		await checkout.expectThanks();
	} );
} );
