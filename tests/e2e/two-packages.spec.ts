import { orderSelections } from './pages/wp-admin';
import { RELAY } from './pages/checkout';
import { PARIS } from './support/addresses';
import { BALTO, FAUBOURG } from './support/points';
import { expect, inBothCheckouts, test } from './support/test';

inBothCheckouts( () => {
	test( 'each package has its own point', async ( {
		store,
		checkout,
		picker,
		admin,
	} ) => {
		await store.addToCart( 'mug', 'armchair' );
		await store.deliverTo( PARIS );
		await checkout.open();

		await checkout.choose( RELAY, 0 );
		await picker.choose( FAUBOURG );
		await checkout.choose( RELAY, 1 );
		await picker.choose( BALTO );
		await checkout.expectPoint( FAUBOURG );
		await checkout.expectPoint( BALTO, 1 );

		await checkout.pay( 'Cash on delivery' );
		await checkout.placeOrder();
		const id = await checkout.expectThanks();
		for ( const { name } of [ FAUBOURG, BALTO ] ) {
			await expect( checkout.page.getByRole( 'main' ) ).toContainText(
				name
			);
		}
		const stored = orderSelections( await admin.order( id ) );
		expect(
			stored.map( ( { service_point: point } ) => point.id )
		).toEqual( [ FAUBOURG.id, BALTO.id ] );
	} );

	test( 'an order with a point for one of two packages is held back', async ( {
		store,
		checkout,
		picker,
	} ) => {
		await store.addToCart( 'mug', 'armchair' );
		await store.deliverTo( PARIS );
		await store.ship( RELAY );
		await checkout.open();
		await checkout.chooser( 0 ).click();
		await picker.choose( FAUBOURG );
		await checkout.expectPoint( FAUBOURG );

		await checkout.pay( 'Cash on delivery' );
		await checkout.placeOrder();
		await expect( checkout.error ).toContainText(
			'choose a service point'
		);
		await expect( checkout.chooser( 1 ) ).toBeFocused();
	} );
} );
