import { expect, type Locator, type Page } from '@playwright/test';
import type { Point } from '../support/points';

/** The dialog with list and map. */
export class Picker {
	readonly dialog: Locator;
	readonly search: Locator;
	readonly status: Locator;
	readonly list: Locator;
	readonly points: Locator;
	readonly map: Locator;
	readonly chooseButton: Locator;
	readonly postNumber: Locator;

	constructor( readonly page: Page ) {
		this.dialog = page.getByRole( 'dialog', {
			name: 'Choose a service point',
		} );
		this.search = this.dialog.getByRole( 'searchbox', {
			name: 'Address or postcode',
		} );
		this.status = this.dialog.getByRole( 'status' );
		this.list = this.dialog.getByRole( 'group', {
			name: 'Service points',
		} );
		this.points = this.list.getByRole( 'radio' );
		this.map = this.dialog.getByRole( 'region', {
			name: 'Map of service points',
		} );
		this.chooseButton = this.dialog.getByRole( 'button', {
			name: 'Choose this service point',
		} );
		this.postNumber = this.dialog.getByRole( 'textbox', {
			name: 'Your DHL post number',
		} );
	}

	/** A point in the list; names alone are not unique. */
	point( { name, street }: Point ): Locator {
		return this.list
			.getByRole( 'radio', { name } )
			.and( this.page.getByRole( 'radio', { name: street } ) );
	}

	async choose( point: Point, postNumber?: string ): Promise< void > {
		await this.point( point ).check();
		if ( postNumber !== undefined ) {
			await this.postNumber.fill( postNumber );
		}
		await this.chooseButton.click();
		await expect( this.dialog ).toBeHidden();
	}

	/** The pin of the selected point, on the map. */
	pin( { name }: Point ): Locator {
		return this.dialog.getByRole( 'img', { name } );
	}

	/** That the map is drawn: streets of the style in many colours, and pins in the shop's accent. */
	async expectMapDrawn(): Promise< void > {
		await expect( this.map ).toBeVisible();
		await expect
			.poll( () => this.#coloursOfMap(), {
				message: 'distinct colours on the map',
			} )
			.toBeGreaterThan( 12 );
	}

	/** A WebGL canvas cannot be read once it is shown; a picture of the page can. */
	async #coloursOfMap(): Promise< number > {
		const picture = ( await this.map.screenshot() ).toString( 'base64' );
		return this.page.evaluate( async ( base64 ) => {
			const blob = await fetch(
				`data:image/png;base64,${ base64 }`
			).then( ( answer ) => answer.blob() );
			const bitmap = await createImageBitmap( blob );
			const context = new OffscreenCanvas(
				bitmap.width,
				bitmap.height
			).getContext( '2d' );
			context?.drawImage( bitmap, 0, 0 );
			const { data } = context?.getImageData(
				0,
				0,
				bitmap.width,
				bitmap.height
			) ?? { data: [] };
			const colours = new Set< number >();
			for ( let at = 0; at < data.length; at += 4 ) {
				const [ red = 0, green = 0, blue = 0 ] = data.slice(
					at,
					at + 3
				);
				// Neighbouring shades are the same: anti-aliasing makes many of two.
				colours.add(
					Math.floor( red / 32 ) * 64 +
						Math.floor( green / 32 ) * 8 +
						Math.floor( blue / 32 )
				);
			}
			return colours.size;
		}, picture );
	}
}
