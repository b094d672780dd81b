/**
 * A carrier that needs the shopper's telephone number, where the field for it is optional. Hidden fields, other roads and the setting are
 * tests/php/Integration/Checkout/TelephoneTest.php's.
 */
import { HOME, RELAY } from './pages/checkout';
import { PARIS } from './support/addresses';
import { CHRONOPOST } from './support/points';
import { expect, inBothCheckouts, test } from './support/test';

const HINT = /Chronopost needs your telephone number/;
const WITHOUT = { ...PARIS, phone: '' };

test.use( { viewport: { width: 390, height: 844 } } );

inBothCheckouts( ( kind ) => {
	test( 'the number that a point’s carrier needs is asked for, and asked for again', async ( {
		page,
		store,
		checkout,
	} ) => {
		await store.addToCart( 'mug' );
		await store.deliverTo( WITHOUT );
		await store.ship( RELAY );
		await store.choose( CHRONOPOST.id );
		await checkout.open();
		await checkout.expectPoint( CHRONOPOST );
		await expect( checkout.delivery ).toContainText( HINT );

		await checkout.pay( 'Cash on delivery' );
		await checkout.placeOrder();
		await expect(
			kind === 'block'
				? checkout.error
				: page.getByRole( 'alert' ).first()
		).toContainText( HINT );
		await expect( checkout.telephone ).toBeFocused();
		await expect( checkout.telephone ).toBeInViewport();
		if ( kind === 'classic' ) {
			await expect( checkout.telephone ).toHaveAccessibleDescription(
				HINT
			);
		}
		await page.screenshot( {
			path: test.info().outputPath( `${ kind }-refused.png` ),
		} );

		await checkout.telephone.fill( '06 12 34 56 78' );
		await checkout.telephone.press( 'Tab' );
		await checkout.placeOrder();
		await checkout.expectThanks();
	} );

	test( 'nothing is asked of who has the parcel brought home', async ( {
		store,
		checkout,
	} ) => {
		await store.addToCart( 'mug' );
		await store.deliverTo( WITHOUT );
		await store.ship( RELAY );
		await store.choose( CHRONOPOST.id );
		await checkout.open();
		await expect( checkout.delivery ).toContainText( HINT );
		await checkout.choose( HOME );
		await expect( checkout.delivery ).not.toContainText( HINT );
		await checkout.pay( 'Cash on delivery' );
		await checkout.placeOrder();
		await checkout.expectThanks();
	} );
} );
