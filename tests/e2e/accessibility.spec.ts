import AxeBuilder from '@axe-core/playwright';
import { RELAY } from './pages/checkout';
import { PARIS } from './support/addresses';
import { FAUBOURG } from './support/points';
import { expect, inBothCheckouts, test } from './support/test';

/** Ours; what is wrong elsewhere on the page is the shop's. */
const OWN = [ '.scsp-picker', '.scsp-package', '.scsp-placeholder' ];

inBothCheckouts( () => {
	const violations = async ( page: import( '@playwright/test' ).Page ) => {
		const builder = new AxeBuilder( { page } );
		for ( const selector of OWN ) {
			if ( ( await page.locator( selector ).count() ) > 0 ) {
				builder.include( selector );
			}
		}
		const found = ( await builder.analyze() ).violations;
		return found.map( ( { id, nodes } ) => [
			id,
			nodes.map( ( { html } ) => html ),
		] );
	};

	test.beforeEach( async ( { store } ) => {
		await store.addToCart( 'mug' );
		await store.deliverTo( PARIS );
	} );

	test( 'axe finds nothing in the open picker, with a point unfolded, and in the chosen point', async ( {
		page,
		checkout,
		picker,
	} ) => {
		await checkout.open();
		await checkout.choose( RELAY );
		await picker.expectMapDrawn();
		await picker.point( FAUBOURG ).check();
		expect( await violations( page ) ).toEqual( [] );

		await picker.choose( FAUBOURG );
		await checkout.expectPoint( FAUBOURG );
		expect( await violations( page ) ).toEqual( [] );
	} );

	test( 'the focus goes round inside the dialog', async ( {
		page,
		checkout,
		picker,
	} ) => {
		await checkout.open();
		await checkout.choose( RELAY );
		await expect( picker.points.first() ).toBeVisible();
		const close = picker.dialog.getByRole( 'button', { name: 'Close' } );
		await page.keyboard.press( 'Tab' );
		await expect( close ).toBeFocused();
		for ( const key of [ 'Shift+Tab', 'Tab' ] ) {
			for ( let presses = 0; presses < 12; presses++ ) {
				await page.keyboard.press( key );
				// The browser's own bar is part of the round; the page behind is not.
				await expect(
					page.locator( 'body > :not(:has(dialog)) :focus' )
				).toHaveCount( 0 );
			}
		}
	} );

	test.describe( 'on a phone', () => {
		test.use( {
			viewport: { width: 390, height: 844 },
			hasTouch: true,
		} );

		test( 'list and map are two tabs, and axe finds nothing in either', async ( {
			page,
			checkout,
			picker,
		} ) => {
			await checkout.open();
			await checkout.choose( RELAY );
			await expect( picker.points.first() ).toBeVisible();
			const tab = ( name: string ) =>
				picker.dialog.getByRole( 'tab', { name } );
			await expect( tab( 'List' ) ).toHaveAttribute(
				'aria-selected',
				'true'
			);
			await picker.point( FAUBOURG ).check();
			expect( await violations( page ) ).toEqual( [] );

			await tab( 'List' ).press( 'ArrowRight' );
			await expect( tab( 'Map' ) ).toBeFocused();
			await expect( picker.list ).toBeHidden();
			await picker.expectMapDrawn();
			await expect( picker.pin( FAUBOURG ) ).toBeVisible();
			expect( await violations( page ) ).toEqual( [] );

			await picker.chooseButton.click();
			await checkout.expectPoint( FAUBOURG );
		} );
	} );
} );
