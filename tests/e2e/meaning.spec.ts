/** What Sendcloud's answers mean, where a shopper meets it: a point of old details, one of another carrier than asked for, a holiday. */
import { RELAY } from './pages/checkout';
import { BRUSSELS, PARIS } from './support/addresses';
import { BOURSE, MERCERIE, POINT } from './support/points';
import { expect, inBothCheckouts, test } from './support/test';

inBothCheckouts( () => {
	test( 'a point that its carrier has not confirmed lately is marked, kept and ordered to', async ( {
		page,
		store,
		checkout,
		picker,
		admin,
	} ) => {
		await store.addToCart( 'mug' );
		await store.deliverTo( PARIS );
		await store.ship( RELAY );
		expect( await store.choose( POINT.expired ) ).toBeNull();
		await checkout.open();
		await checkout.expectPoint( MERCERIE );
		await checkout.chooser().click();
		await expect( picker.point( MERCERIE ) ).toHaveAccessibleName(
			/Not confirmed by the carrier lately/
		);
		await picker.chooseButton.click();
		await expect( picker.dialog ).toBeHidden();
		await checkout.pay( 'Cash on delivery' );
		await checkout.placeOrder();
		const id = await checkout.expectThanks();
		await expect( page.getByRole( 'main' ) ).toContainText(
			/Opening hours in the week of \w/
		);

		await admin.signIn();
		await admin.openOrder( id );
		await expect( admin.page.locator( '.scsp-order' ) ).toContainText(
			'Not confirmed by the carrier lately.'
		);
	} );

	test( 'a point of another carrier, answered for the method’s own, is chosen and ordered to', async ( {
		store,
		checkout,
		picker,
	} ) => {
		await store.addToCart( 'mug' );
		await store.deliverTo( BRUSSELS );
		await checkout.open();
		await checkout.choose( RELAY );
		await picker.choose( BOURSE );
		await checkout.expectPoint( BOURSE );
		await checkout.pay( 'Cash on delivery' );
		await checkout.placeOrder();
		await checkout.expectThanks();
	} );
} );

test( 'a shop on holiday says when it opens again, and the others that their hours are this week’s', async ( {
	store,
	checkout,
	picker,
} ) => {
	await store.addToCart( 'mug' );
	await store.deliverTo( PARIS );
	await checkout.open();
	await checkout.choose( RELAY );
	await expect(
		picker.list.getByRole( 'radio', { name: 'Librairie en congé' } )
	).toHaveAccessibleName( /Opens (tomorrow|Monday|\d+ \w+) at \d/ );

	await picker.list
		.getByRole( 'radio', { name: 'Relais du Faubourg' } )
		.check();
	await expect(
		picker.list.getByRole( 'table', { name: 'Opening hours this week' } )
	).toBeVisible();
} );
