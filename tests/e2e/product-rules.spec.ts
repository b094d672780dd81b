/** What a merchant marks on a product, and what a shopper is told of it. */
import { HOME, RELAY } from './pages/checkout';
import type { WpAdmin } from './pages/wp-admin';
import { BERLIN } from './support/addresses';
import { PACKSTATION } from './support/points';
import { expect, inBothCheckouts, test } from './support/test';

interface Product {
	id: number;
	name: string;
}

const make = ( admin: WpAdmin, data: object, path = '' ): Promise< Product > =>
	admin.rest( 'POST', `products${ path }`, {
		regular_price: '20.00',
		...data,
	} );

/** A box of WooCommerce's product data, whose tabs are links. */
const openTab = async (
	{ page }: WpAdmin,
	product: number,
	tab: string
): Promise< void > => {
	await page.goto( `/wp-admin/post.php?post=${ product }&action=edit` );
	await page
		.locator( '.product_data_tabs' )
		.getByRole( 'link', { name: tab } )
		.click();
};

inBothCheckouts( ( kind ) => {
	test( 'a product that no locker takes is kept from lockers, and the shopper is told', async ( {
		admin,
		store,
		checkout,
		picker,
	} ) => {
		const name = `Long lamp ${ kind }`;
		const { id } = await make( admin, { name } );
		await openTab( admin, id, 'Shipping' );
		await admin.page
			.getByRole( 'checkbox', { name: 'Lockers', exact: true } )
			.check();
		await admin.page.locator( '#publish' ).click();
		await expect(
			admin.page.getByText( 'Product updated.' ).first()
		).toBeVisible();

		await store.addToCart();
		await store.post( 'cart/add-item', { id, quantity: 1 } );
		await store.deliverTo( BERLIN );
		await checkout.open();
		await checkout.choose( RELAY );
		await expect( picker.points.first() ).toBeVisible();
		await expect( picker.point( PACKSTATION ) ).toHaveCount( 0 );
		await expect( picker.dialog ).toContainText(
			`Cannot be sent to a locker: ${ name }.`
		);
	} );

	test( 'a variation that no point takes leaves home delivery, and says why', async ( {
		admin,
		store,
		checkout,
	} ) => {
		const name = `Kayak ${ kind }`;
		const { id } = await make( admin, {
			name,
			type: 'variable',
			attributes: [
				{ name: 'Size', options: [ 'S', 'L' ], variation: true },
			],
		} );
		const variation = ( option: string ) =>
			make(
				admin,
				{ attributes: [ { name: 'Size', option } ] },
				`/${ id }/variations`
			);
		const small = await variation( 'S' );
		const large = await variation( 'L' );
		await openTab( admin, id, 'Variations' );
		const row = admin.page
			.locator( '.woocommerce_variation' )
			.filter( { hasText: `#${ large.id }` } );
		await row.getByRole( 'heading' ).first().click();
		await row
			.getByRole( 'checkbox', {
				name: 'Cannot be sent to a service point',
			} )
			.check();
		const saved = admin.page.waitForResponse( ( response ) =>
			Boolean(
				response.request().postData()?.includes( 'save_variations' )
			)
		);
		await admin.page
			.getByRole( 'button', { name: 'Save changes' } )
			.click();
		await ( await saved ).finished();

		await store.addToCart();
		await store.post( 'cart/add-item', { id: small.id, quantity: 1 } );
		await store.deliverTo( BERLIN );
		await checkout.open();
		await expect( checkout.method( RELAY ) ).toBeVisible();

		await store.post( 'cart/add-item', { id: large.id, quantity: 1 } );
		// With one method left, the classic checkout has no radio button to be ready.
		await checkout.page.goto( checkout.path );
		await expect( checkout.delivery ).toContainText(
			`is not possible for this order. Cannot be sent to a service point: ${ name }`
		);
		await expect( checkout.method( RELAY ) ).toHaveCount( 0 );
		await expect( checkout.delivery ).toContainText( HOME );
		await checkout.page.screenshot( {
			path: test.info().outputPath( 'refused.png' ),
			fullPage: true,
		} );
	} );
} );
