/** The map: on demand, together with the list, and dispensable. */
import { RELAY } from './pages/checkout';
import { sandboxUrl } from './support/environment';
import { PARIS } from './support/addresses';
import { FAUBOURG } from './support/points';
import { expect, inBothCheckouts, test } from './support/test';

const OWN_FILE = /plugins\/sendcloud-service-points\/.+\.(js|css)/;
/** The map's chunk, by its number, and its worker. */
const MAP_BYTES = /build\/map/;

inBothCheckouts( () => {
	test.beforeEach( async ( { store } ) => {
		await store.addToCart( 'mug' );
		await store.deliverTo( PARIS );
	} );

	test( 'the map’s bytes, and anything of the map’s host, come only with the picker', async ( {
		checkout,
		picker,
		watch,
	} ) => {
		await checkout.open();
		await checkout.page.waitForLoadState( 'load' );
		const ownFiles = () =>
			watch.requests.filter( ( url ) => OWN_FILE.test( url ) );
		await expect.poll( () => ownFiles().length ).toBeGreaterThan( 0 );
		const before = ownFiles();
		expect( before.filter( ( url ) => /picker/.test( url ) ) ).toEqual(
			[]
		);
		expect(
			watch.requests.filter(
				( url ) => MAP_BYTES.test( url ) || url.startsWith( sandboxUrl )
			)
		).toEqual( [] );

		await checkout.choose( RELAY );
		await picker.expectMapDrawn();
		expect(
			watch.requests.filter( ( url ) => MAP_BYTES.test( url ) ).length
		).toBeGreaterThan( 0 );
	} );

	test( 'a blocked map leaves the plain outlines and the list, with nothing to complain about', async ( {
		checkout,
		picker,
		watch,
	} ) => {
		watch.expect( /Failed to load resource.*\/map\// );
		await checkout.page.route( `${ sandboxUrl }/map/**`, ( route ) =>
			route.abort()
		);
		await checkout.open();
		await checkout.choose( RELAY );
		await expect( picker.points.first() ).toBeVisible();
		await expect( picker.dialog.getByRole( 'alert' ) ).toBeHidden();
		await expect( picker.dialog ).toContainText( 'Natural Earth' );
		await picker.choose( FAUBOURG );
		await checkout.expectPoint( FAUBOURG );
	} );
} );

test( 'list and map show the same point, and none of old details where Sendcloud leaves them out', async ( {
	store,
	checkout,
	picker,
} ) => {
	await store.addToCart( 'mug' );
	await store.deliverTo( PARIS );
	await checkout.open();
	await checkout.choose( RELAY );
	await picker.expectMapDrawn();
	await expect(
		picker.list.getByRole( 'radio', { name: 'Ancienne Mercerie' } )
	).toHaveCount( 0 );
	await picker.point( FAUBOURG ).check();
	await expect( picker.pin( FAUBOURG ) ).toBeVisible();
} );

test( 'the shopper searches elsewhere, filters, and uses the own position', async ( {
	store,
	checkout,
	picker,
	context,
} ) => {
	await context.grantPermissions( [ 'geolocation' ] );
	await context.setGeolocation( { latitude: 45.7601, longitude: 4.8558 } );
	await store.addToCart( 'mug' );
	await store.deliverTo( PARIS );
	await checkout.open();
	await checkout.choose( RELAY );
	await expect( picker.point( FAUBOURG ) ).toBeVisible();

	await picker.search.fill( '69003 Lyon' );
	await picker.search.press( 'Enter' );
	await expect( picker.points.first() ).toHaveAccessibleName( /Lyon/ );

	await picker.dialog
		.getByRole( 'combobox', { name: 'Kind of service point' } )
		.selectOption( { label: 'Parcel locker' } );
	await expect( picker.list ).toHaveAttribute( 'aria-busy', 'false' );
	await expect(
		picker.list.getByRole( 'radio', { name: 'Parcel locker' } )
	).toHaveCount( await picker.points.count() );

	await picker.search.fill( 'qxzv qxzv' );
	await picker.search.press( 'Enter' );
	await expect( picker.dialog.getByRole( 'alert' ) ).toContainText(
		'We could not find that address.'
	);

	await picker.dialog
		.getByRole( 'button', { name: 'Use my position' } )
		.click();
	await expect( picker.points.first() ).toHaveAccessibleName( /Lyon/ );
} );
