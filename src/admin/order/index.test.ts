/**
 * The order's screen as a merchant uses it, against a shop whose answers are given here.
 */
const PANEL = `
	<div class="scsp-order" data-url="http://localhost/wp-json/order" data-screen="http://localhost/screen">
		<div class="scsp-order__line" data-line="5" data-closed="no" data-request='{"country":"FR"}'>
			<button type="button" class="scsp-order__remove">Remove</button>
			<p class="scsp-order__status" role="status"></p>
		</div>
	</div>`;

const CHECK = `
	<div class="notice notice-info scsp-check" data-url="http://localhost/wp-json/check"><p role="status">0 of 3</p></div>`;

const json = ( body: unknown, status = 200 ) =>
	( {
		ok: status < 400,
		status,
		headers: new Headers(),
		json: async () => body,
		text: async () => JSON.stringify( body ),
	} ) as Response;

const html = ( text: string, status = 200 ) =>
	( { ...json( null, status ), text: async () => text } ) as Response;

const flush = () => jest.advanceTimersByTimeAsync( 0 );

const statusLine = () =>
	document.querySelector( '[role="status"]' )?.textContent;

const shop: Record< string, () => Response > = {};

async function openScreen( markup: string ) {
	document.body.innerHTML = markup;
	jest.resetModules();
	await import( './index' );
}

async function remove() {
	document
		.querySelector( '.scsp-order__remove' )
		?.dispatchEvent( new MouseEvent( 'click', { bubbles: true } ) );
	await flush();
}

beforeEach( () => {
	jest.useFakeTimers();
	window.confirm = jest.fn( () => true );
	window.fetch = jest.fn( async ( url: RequestInfo | URL ) => {
		const path = new URL( String( url ) ).pathname;
		return shop[ path ]?.() ?? json( {}, 404 );
	} );
} );
afterEach( () => jest.useRealTimers() );

test( 'a change shows the panel as the shop has it now', async () => {
	await openScreen( PANEL );
	shop[ '/wp-json/order' ] = () => json( { selection: null } );
	shop[ '/screen' ] = () =>
		html( '<div class="scsp-order"><button>Choose</button></div>' );
	await remove();
	expect( document.querySelector( '.scsp-order' )?.textContent ).toBe(
		'Choose'
	);
} );

test.each( [
	[ 'is not given', () => html( 'Sign in', 200 ) ],
	[ 'is refused', () => html( PANEL, 500 ) ],
] )(
	'a change that was saved is not called lost when the new panel %s',
	async ( _, screen ) => {
		await openScreen( PANEL );
		shop[ '/wp-json/order' ] = () => json( { selection: null } );
		shop[ '/screen' ] = screen;
		await remove();
		expect( statusLine() ).toBe(
			'Saved. Reload the page to see the change.'
		);
	}
);

test( 'a refusal says the shop’s word, and silence what to do', async () => {
	await openScreen( PANEL );
	shop[ '/wp-json/order' ] = () =>
		json( { code: 'no', message: 'No such order.' }, 404 );
	await remove();
	expect( statusLine() ).toBe( 'No such order.' );

	shop[ '/wp-json/order' ] = () => {
		throw new TypeError( 'Failed to fetch' );
	};
	await remove();
	expect( statusLine() ).toContain( 'The change could not be saved.' );
} );

test( 'nothing is removed that the merchant would keep after all', async () => {
	await openScreen( PANEL );
	window.confirm = jest.fn( () => false );
	await remove();
	expect( window.fetch ).not.toHaveBeenCalled();
	expect( window.confirm ).toHaveBeenCalled();
} );

test( 'a note’s link puts the point back on its line', async () => {
	await openScreen( `${ PANEL }
		<ul class="order_notes"><li><a href="http://localhost/screen#sendcloud-restore-5-1000010-123456">Put it back</a></li></ul>` );
	Element.prototype.scrollIntoView = jest.fn();
	shop[ '/wp-json/order' ] = () => json( { selection: null } );
	document
		.querySelector( '.order_notes a' )
		?.dispatchEvent(
			new MouseEvent( 'click', { bubbles: true, cancelable: true } )
		);
	await flush();
	const [ , request ] = jest.mocked( window.fetch ).mock.calls[ 0 ] ?? [];
	expect( JSON.parse( String( request?.body ) ) ).toEqual( {
		shipping_line_id: 5,
		service_point_id: 1000010,
		post_number: '123456',
	} );
} );

test( 'a check is followed to its end', async () => {
	shop[ '/wp-json/check' ] = () => json( { message: '1 of 3' } );
	await openScreen( CHECK );
	await flush();
	expect( statusLine() ).toBe( '1 of 3' );

	shop[ '/wp-json/check' ] = () => json( {}, 500 );
	await jest.advanceTimersByTimeAsync( 3000 );
	shop[ '/wp-json/check' ] = () =>
		json( { message: '3 checked.', is_done: true } );
	await jest.advanceTimersByTimeAsync( 3000 );
	expect( statusLine() ).toBe( '3 checked.' );
	expect( document.querySelector( '.notice-success' ) ).not.toBeNull();
} );

test( 'a check without progress is given up with a word, not asked for ever', async () => {
	shop[ '/wp-json/check' ] = () => json( { message: '1 of 3' } );
	await openScreen( CHECK );
	await jest.advanceTimersByTimeAsync( 600_000 );
	expect( statusLine() ).toContain( 'The check makes no progress.' );
	expect( document.querySelector( '.notice-warning' ) ).not.toBeNull();

	const asked = jest.mocked( window.fetch ).mock.calls.length;
	await jest.advanceTimersByTimeAsync( 600_000 );
	expect( jest.mocked( window.fetch ).mock.calls ).toHaveLength( asked );
} );
