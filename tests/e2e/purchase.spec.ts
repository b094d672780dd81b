import { RELAY } from './pages/checkout';
import { PARIS } from './support/addresses';
import { BALTO, FAUBOURG } from './support/points';
import {
	expectInPanel,
	expectInWpAdmin,
	expectOnThankYouPage,
} from './support/purchase';
import { expect, inBothCheckouts, test } from './support/test';
import { Keyboard } from './support/keyboard';

inBothCheckouts( ( kind ) => {
	test( 'a shopper buys with the mouse and the order reaches Sendcloud with its point', async ( {
		page,
		checkout,
		picker,
		admin,
		panel,
	} ) => {
		await page.goto( '/product/mug/' );
		await page
			.getByRole( 'button', { name: 'Add to cart', exact: true } )
			.click();
		await page
			.getByRole( 'alert' )
			.getByRole( 'link', { name: 'View cart' } )
			.click();
		if ( kind === 'block' ) {
			await page
				.getByRole( 'link', { name: 'Proceed to Checkout' } )
				.click();
			await checkout.expectReady();
		} else {
			// The shop's cart leads to its block checkout.
			await checkout.open();
		}
		await checkout.fill( PARIS );

		await checkout.choose( RELAY );
		await expect( picker.dialog ).toBeVisible();
		await expect( picker.points.first() ).toBeVisible();
		await expect( picker.status ).toContainText( 'service points' );
		await picker.expectMapDrawn();
		await picker.choose( FAUBOURG );
		await checkout.expectPoint( FAUBOURG );

		await checkout.pay( 'Cash on delivery' );
		await checkout.placeOrder();
		const id = await expectOnThankYouPage( checkout, FAUBOURG );
		await expectInWpAdmin( admin, id, FAUBOURG );
		await expectInPanel( panel, id, FAUBOURG );
	} );

	test( 'a shopper buys with the keyboard alone', async ( {
		page,
		store,
		checkout,
		picker,
		admin,
		panel,
	} ) => {
		await store.addToCart( 'mug' );
		await store.deliverTo( PARIS );
		await checkout.open();
		const keyboard = new Keyboard( page );

		await keyboard.select( checkout.method( RELAY ) );
		await expect( checkout.chooser() ).toBeVisible();
		await checkout.expectReady();
		// Arrow keys choose as they move: a dialog now would be a trap.
		await expect( picker.dialog ).toBeHidden();

		await keyboard.tabTo( checkout.chooser() );
		await page.keyboard.press( 'Enter' );
		await expect( picker.points.first() ).toBeVisible();
		await page.keyboard.press( 'Escape' );
		await expect( picker.dialog ).toBeHidden();
		await expect( checkout.chooser() ).toBeFocused();

		await page.keyboard.press( 'Space' );
		await expect( picker.points.first() ).toBeVisible();
		await keyboard.select( picker.point( BALTO ) );
		await keyboard.tabTo( picker.chooseButton );
		await page.keyboard.press( 'Enter' );
		await expect( picker.dialog ).toBeHidden();
		await checkout.expectPoint( BALTO );
		await expect( checkout.chooser() ).toBeFocused();

		await keyboard.select(
			page.getByRole( 'radio', { name: 'Cash on delivery' } )
		);
		await keyboard.tabTo( checkout.placeOrderButton );
		await page.keyboard.press( 'Enter' );
		const id = await expectOnThankYouPage( checkout, BALTO );
		await expectInWpAdmin( admin, id, BALTO );
		await expectInPanel( panel, id, BALTO );
	} );
} );
