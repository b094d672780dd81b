import { expect, type Locator, type Page } from '@playwright/test';

const isFocused = ( target: Locator ): Promise< boolean > =>
	target.evaluate(
		( element ) => element === element.ownerDocument.activeElement
	);

/** Goes about a page with keys only, as far as they lead. */
export class Keyboard {
	constructor( private readonly page: Page ) {}

	async tabTo( target: Locator, limit = 80 ): Promise< void > {
		await this.#pressUntil( 'Tab', limit, () => isFocused( target ) );
		await expect( target ).toBeFocused();
	}

	/** Tabs into the radio's group and arrows to it. */
	async select( radio: Locator ): Promise< void > {
		const name = await radio.getAttribute( 'name' );
		await this.#pressUntil(
			'Tab',
			80,
			async () => ( await this.#focusedName() ) === name
		);
		if ( ! ( await radio.isChecked() ) ) {
			await this.#pressUntil( 'ArrowDown', 60, () => isFocused( radio ) );
		}
		// A lone or unchosen radio that is focused first is chosen with space.
		if ( ! ( await radio.isChecked() ) ) {
			await this.page.keyboard.press( 'Space' );
		}
		await expect( radio ).toBeChecked();
	}

	#focusedName(): Promise< string | null > {
		return this.page
			.locator( ':focus' )
			.evaluateAll(
				( [ focused ] ) => focused?.getAttribute( 'name' ) ?? null
			);
	}

	async #pressUntil(
		key: string,
		limit: number,
		isThere: () => Promise< boolean >
	): Promise< void > {
		for ( let presses = 0; presses < limit; presses++ ) {
			if ( await isThere() ) {
				return;
			}
			await this.page.keyboard.press( key );
		}
		throw new Error( `${ limit } times ${ key } did not lead there.` );
	}
}
