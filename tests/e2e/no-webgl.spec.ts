/** A browser that cannot draw a map; see the project of this name. */
import { RELAY } from './pages/checkout';
import { PARIS } from './support/addresses';
import { FAUBOURG } from './support/points';
import { expect, inBothCheckouts, test } from './support/test';

inBothCheckouts( () => {
	test( 'without WebGL the list alone does everything, and no map is loaded for nothing', async ( {
		store,
		checkout,
		picker,
		watch,
	} ) => {
		await store.addToCart( 'mug' );
		await store.deliverTo( PARIS );
		await checkout.open();
		await checkout.choose( RELAY );
		await expect( picker.points.first() ).toBeVisible();
		await expect( picker.map ).toBeHidden();
		await expect( picker.dialog.getByRole( 'alert' ) ).toBeHidden();
		await picker.choose( FAUBOURG );
		await checkout.expectPoint( FAUBOURG );
		expect(
			watch.requests.filter( ( url ) => /build\/map/.test( url ) )
		).toEqual( [] );
	} );
} );
