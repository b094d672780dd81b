import { orderMeta, orderSelections } from './pages/wp-admin';
import { RELAY } from './pages/checkout';
import { BERLIN } from './support/addresses';
import { PACKSTATION } from './support/points';
import { expect, inBothCheckouts, test } from './support/test';

inBothCheckouts( () => {
	test( 'a Packstation is chosen with the shopper’s post number, which travels with the order', async ( {
		page,
		store,
		checkout,
		picker,
		admin,
	} ) => {
		await store.addToCart( 'mug' );
		await store.deliverTo( BERLIN );
		await checkout.open();
		await checkout.choose( RELAY );
		await picker.point( PACKSTATION ).check();
		await picker.chooseButton.click();
		await expect( picker.postNumber ).toBeFocused();
		await expect( picker.postNumber ).toHaveAccessibleDescription(
			'A post number has 6 to 10 digits.'
		);

		await picker.choose( PACKSTATION, '1234 567-8' );
		await checkout.expectPoint( PACKSTATION );
		await expect( checkout.delivery ).toContainText( '12345678' );

		await checkout.pay( 'Cash on delivery' );
		await checkout.placeOrder();
		const id = await checkout.expectThanks();
		await expect( page.getByRole( 'main' ) ).toContainText(
			'Post number: 12345678'
		);

		const order = await admin.order( id );
		expect( orderSelections( order )[ 0 ]?.post_number ).toBe( '12345678' );
		expect( orderMeta( order, '_sendcloud_post_number' ) ).toBe(
			'12345678'
		);
	} );
} );
