import { orderSelections, orderMeta } from './pages/wp-admin';
import { HOME, RELAY } from './pages/checkout';
import { BERLIN, PARIS } from './support/addresses';
import { BALTO, FAUBOURG } from './support/points';
import { expectOnThankYouPage } from './support/purchase';
import { expect, inBothCheckouts, test } from './support/test';

inBothCheckouts( () => {
	test.beforeEach( async ( { store, checkout } ) => {
		await store.addToCart( 'mug' );
		await store.deliverTo( PARIS );
		await store.ship( RELAY );
		expect( await store.choose( FAUBOURG.id ) ).toBeNull();
		await checkout.open();
		await checkout.expectPoint( FAUBOURG );
	} );

	test( 'a point stays over a reload, in a second tab, and opens first the next time', async ( {
		page,
		context,
		checkout,
		picker,
	} ) => {
		await page.reload();
		await checkout.expectPoint( FAUBOURG );

		const Kind = checkout.constructor as new (
			tab: typeof page
		) => typeof checkout;
		const second = new Kind( await context.newPage() );
		await second.open();
		await second.expectPoint( FAUBOURG );

		await checkout.chooser().click();
		await expect( picker.point( FAUBOURG ) ).toBeChecked();
	} );

	test( 'a point stays when the address changes within its country', async ( {
		checkout,
		store,
	} ) => {
		await checkout.fill( {
			...PARIS,
			address_1: '3 Cours Lafayette',
			postcode: '69003',
			city: 'Lyon',
		} );
		await checkout.expectPoint( FAUBOURG );
		expect( ( await store.selections() )[ '0' ]?.service_point.id ).toBe(
			FAUBOURG.id
		);
	} );

	test( 'a point goes when the country changes, and the shopper reads why', async ( {
		checkout,
		store,
	} ) => {
		await checkout.fill( BERLIN );
		await checkout.choose( RELAY );
		await checkout.expectNoPoint();
		await expect( checkout.delivery ).toContainText(
			'not in the country you have the order sent to'
		);
		expect( await store.selections() ).toEqual( {} );
	} );

	test( 'a point waits while another method is chosen', async ( {
		checkout,
	} ) => {
		await checkout.choose( HOME );
		await expect( checkout.chooser() ).toBeHidden();
		await checkout.choose( RELAY );
		await checkout.expectPoint( FAUBOURG );
	} );

	test( 'a refused payment keeps the point, and another one chosen then is the order’s', async ( {
		checkout,
		picker,
		admin,
		watch,
	} ) => {
		watch.expect( /status of 400 .*\/v1\/checkout/ );
		await checkout.pay( 'Card that fails once' );
		await checkout.placeOrder();
		await expect(
			checkout.page.getByText( 'The bank refused the card.' ).first()
		).toBeVisible();
		await checkout.expectPoint( FAUBOURG );

		await checkout.chooser().click();
		await picker.choose( BALTO );
		await checkout.expectPoint( BALTO );
		await checkout.pay( 'Card that fails once' );
		await checkout.placeOrder();
		const id = await expectOnThankYouPage( checkout, BALTO );

		const order = await admin.order( id );
		expect(
			orderSelections( order ).map(
				( { service_point: { id: pointId } } ) => pointId
			)
		).toEqual( [ BALTO.id ] );
		expect(
			String( orderMeta( order, '_sendcloud_service_point_id' ) )
		).toBe( String( BALTO.id ) );
	} );
} );
