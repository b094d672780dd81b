/** Customers change the service point of their order: in My account, and as guests by the link of the order's mail. */
import type { APIRequestContext } from '@playwright/test';
import { BALTO, FAUBOURG } from './support/points';
import { orderSelections, type WpAdmin } from './pages/wp-admin';
import { Picker } from './pages/picker';
import { expect, test } from './support/test';

async function makeOrder(
	admin: WpAdmin,
	customer: number
): Promise< string > {
	const address = {
		first_name: 'Claire',
		last_name: 'Martin',
		address_1: '80 Rue du Faubourg Saint-Denis',
		postcode: '75010',
		city: 'Paris',
		country: 'FR',
	};
	const products = await admin.rest< Array< { id: number } > >(
		'GET',
		'products?sku=mug'
	);
	const { id } = await admin.rest< { id: number } >( 'POST', 'orders', {
		customer_id: customer,
		status: 'pending',
		billing: { ...address, email: 'claire@example.com' },
		shipping: address,
		line_items: [ { product_id: products[ 0 ]?.id, quantity: 1 } ],
		shipping_lines: [
			{
				method_id: 'service_point_v2_shipping_method',
				method_title: 'Service Point Delivery',
				total: '4.00',
			},
		],
	} );
	await admin.rest(
		'POST',
		`/sendcloud-service-points/v1/orders/${ id }/service-point`,
		{ service_point_id: FAUBOURG.id }
	);
	await admin.rest( 'PUT', `orders/${ id }`, { status: 'processing' } );
	return String( id );
}

interface Mail {
	to: string;
	subject: string;
	message: string;
}

async function mails( request: APIRequestContext ): Promise< Mail[] > {
	const lines = await request.get( '/wp-content/mail.jsonl' );
	return ( await lines.text() )
		.split( '\n' )
		.filter( Boolean )
		.map( ( line ) => JSON.parse( line ) as Mail );
}

const chosen = async ( admin: WpAdmin, id: string ) =>
	orderSelections( await admin.order( id ) )[ 0 ]?.service_point.id;

test.use( { viewport: { width: 390, height: 844 } } );

test( 'a customer changes the point in My account', async ( {
	admin,
	page,
} ) => {
	const [ camille ] = await admin.rest< Array< { id: number } > >(
		'GET',
		'customers?email=camille@example.com'
	);
	const id = await makeOrder( admin, camille?.id ?? 0 );

	await page.goto( '/my-account/' );
	await page.locator( '#username' ).fill( 'customer' );
	await page.locator( '#password' ).fill( 'password' );
	await page.locator( 'button[name="login"]' ).click();
	await page.goto( `/my-account/view-order/${ id }/` );
	const change = page.getByRole( 'button', {
		name: 'Change service point',
	} );
	await change.scrollIntoViewIfNeeded();
	await page.screenshot( {
		path: test.info().outputPath( 'account.png' ),
	} );
	await change.click();
	await new Picker( page ).choose( BALTO );
	await expect(
		page.locator( '.woocommerce-order-sendcloud-service-point' )
	).toContainText( BALTO.name );
	expect( await chosen( admin, id ) ).toBe( BALTO.id );

	await admin.rest( 'PUT', `orders/${ id }`, { status: 'completed' } );
	await page.reload();
	await expect( page.getByText( BALTO.name ) ).toBeVisible();
	await expect( change ).toBeHidden();
} );

test( 'a guest changes the point by the link of the mail, until the order is sent', async ( {
	admin,
	page,
	watch,
} ) => {
	watch.expect( /status of 409 .*customer-service-point/ );
	const id = await makeOrder( admin, 0 );
	const link = ( await mails( admin.page.request ) )
		.filter( ( { to } ) => to === 'claire@example.com' )
		.flatMap( ( { message } ) =>
			Array.from(
				message.matchAll( /href="([^"]+sendcloud_order=[^"]+)"/g )
			)
		)
		.map( ( [ , url ] ) =>
			( url ?? '' ).replaceAll( /&(amp|#038);/g, '&' )
		)
		.find( ( url ) => url.includes( `sendcloud_order=${ id }&` ) );

	await page.goto( link ?? '' );
	const change = page.getByRole( 'button', {
		name: 'Change service point',
	} );
	await expect( change ).toBeVisible();
	await page.screenshot( {
		path: test.info().outputPath( 'link.png' ),
		fullPage: true,
	} );
	await change.click();
	await new Picker( page ).choose( BALTO );
	await expect(
		page.locator( '.woocommerce-order-sendcloud-service-point' )
	).toContainText( BALTO.name );
	expect( await chosen( admin, id ) ).toBe( BALTO.id );
	const subjects = ( await mails( admin.page.request ) )
		.map( ( { subject } ) => subject )
		.filter(
			( subject ) =>
				subject.includes( `#${ id } ` ) ||
				subject.endsWith( `#${ id }` )
		);
	expect( subjects.join( '\n' ) ).toContain(
		'The customer has changed the service point'
	);

	// The order is sent while the page is open.
	await admin.rest( 'PUT', `orders/${ id }`, { status: 'completed' } );
	await change.click();
	const picker = new Picker( page );
	await picker.point( FAUBOURG ).check();
	await picker.chooseButton.click();
	await expect( picker.dialog ).toContainText( 'can no longer be changed' );
	expect( await chosen( admin, id ) ).toBe( BALTO.id );
	await page.screenshot( {
		path: test.info().outputPath( 'too-late.png' ),
	} );
	await page.goto( link ?? '' );
	await expect( page.getByText( 'can no longer be changed' ) ).toBeVisible();
	await page.screenshot( {
		path: test.info().outputPath( 'link-too-late.png' ),
	} );
} );

test( 'a cookie alone, without the nonce, changes nothing', async ( {
	admin,
	page,
} ) => {
	const [ camille ] = await admin.rest< Array< { id: number } > >(
		'GET',
		'customers?email=camille@example.com'
	);
	const id = await makeOrder( admin, camille?.id ?? 0 );
	await page.goto( '/my-account/' );
	await page.locator( '#username' ).fill( 'customer' );
	await page.locator( '#password' ).fill( 'password' );
	await page.locator( 'button[name="login"]' ).click();

	const answer = await page.request.post(
		`/wp-json/sendcloud-service-points/v1/orders/${ id }/customer-service-point`,
		{ form: { package_id: '1', service_point_id: String( BALTO.id ) } }
	);
	expect( answer.status() ).toBe( 403 );
	expect( await chosen( admin, id ) ).toBe( FAUBOURG.id );
} );
