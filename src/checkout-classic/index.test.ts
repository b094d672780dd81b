import jQuery from 'jquery';
import type { PickerRequest, ServicePoint } from '../types/domain';

const point: ServicePoint = {
	id: 1000001,
	name: 'Stadhuisplein Parcel Shop',
	carrier: { code: 'dhl', name: 'DHL' },
	carrier_service_point_id: 'NL-00001',
	shop_type: 'servicepoint',
	carrier_shop_type: '',
	address: {
		street: 'Stadhuisplein',
		house_number: '1',
		postal_code: '5611 EM',
		city: 'Eindhoven',
		country_code: 'NL',
	},
	position: { latitude: 51.4, longitude: 5.4 },
	opening_times: null,
	opening_week: null,
	next_open_at: null,
	is_expired: false,
	distance: 85,
	post_number: 'none',
};

const selection = JSON.stringify( { service_point: point, post_number: '' } );

const placeholder = ( chosen = '' ) => `
	<div class="scsp-placeholder" data-package-id="0" data-country="NL" data-rule='{"carriers":["dhl"],"without_carriers":["ups"],"without_shop_types":["locker"],"hint":"No lockers."}'
		data-address="Stadhuisplein 1, 5611 EM Eindhoven" data-selection='${ chosen }'>
		<button type="button" id="sendcloud_service_point_0" class="scsp-choose">Choose</button>
	</div>`;

/** The review table as WooCommerce draws it for a chosen rate. */
function draw( chosenRate: 'flat' | 'relay', chosen = '' ) {
	document.body.innerHTML = `
		<form class="checkout"><ul>
			<li><input type="radio" class="shipping_method" name="shipping_method[0]" data-index="0" id="flat" value="flat">
				<label for="flat">Flat rate</label></li>
			<li><input type="radio" class="shipping_method" name="shipping_method[0]" data-index="0" id="relay" value="relay">
				<label for="relay">Service point</label>
				${ chosenRate === 'relay' ? placeholder( chosen ) : '' }</li>
		</ul></form>`;
}

const trigger = ( type: string ) => jQuery( document.body ).trigger( type );
const openPicker = jest.fn< void, [ PickerRequest ] >();
const request = () => openPicker.mock.lastCall?.[ 0 ] as PickerRequest;

const flush = () => new Promise( ( resolve ) => setTimeout( resolve ) );

async function click( selector: string, detail = 1 ) {
	document.querySelector( selector )?.dispatchEvent(
		new MouseEvent( 'click', {
			bubbles: true,
			cancelable: true,
			detail,
		} )
	);
	await flush();
}

function answer( body: unknown ) {
	const fetched = jest.fn().mockResolvedValue( { json: async () => body } );
	window.fetch = fetched;
	return fetched;
}

beforeAll( async () => {
	Element.prototype.scrollIntoView = () => {};
	window.sendcloudServicePoints = { openPicker, mountLocator: jest.fn() };
	window.sendcloudServicePointsConfig = {
		restUrl: '',
		buildUrl: '',
		locale: 'nl-NL',
		openOnChoice: true,
		marks: {},
		farDistance: 20_000,
		map: { provider: 'none', styleUrl: null },
		picker: { scripts: [], styles: [], translations: {} },
	};
	window.sendcloudServicePointsClassic = {
		ajaxUrl: '/?wc-ajax=sendcloud_select_service_point',
		nonce: 'n0nce',
		messages: {
			loadFailed: 'Could not load.',
			saveFailed: 'Could not save.',
			tooFar: 'About %s away.',
		},
	};
	await import( './index' );
} );

afterEach( () => {
	request()?.onClose?.();
	openPicker.mockClear();
} );

it( 'opens the picker with what PHP printed', async () => {
	draw( 'relay', selection );
	await click( '.scsp-choose' );
	expect( request() ).toMatchObject( {
		country: 'NL',
		rule: {
			carriers: [ 'dhl' ],
			without_carriers: [ 'ups' ],
			without_shop_types: [ 'locker' ],
			hint: 'No lockers.',
		},
		address: 'Stadhuisplein 1, 5611 EM Eindhoven',
		selected: { service_point: { id: 1000001 } },
	} );
} );

it( 'opens one picker for an impatient double click', async () => {
	draw( 'relay' );
	void click( '.scsp-choose' );
	await click( '.scsp-choose' );
	await click( '.scsp-choose' );
	expect( openPicker ).toHaveBeenCalledTimes( 1 );
} );

it( 'stores a choice and shows the answer', async () => {
	draw( 'relay' );
	await click( '.scsp-choose' );
	const fetched = answer( {
		success: true,
		data: {
			selection: { service_point: point, post_number: '' },
			html: '<div class="scsp-point">Stadhuisplein</div><button class="scsp-choose">Change</button>',
		},
	} );
	await request().onSelect( point, '123456' );

	const [ url, { body } ] = fetched.mock.calls[ 0 ];
	expect( url ).toBe( '/?wc-ajax=sendcloud_select_service_point' );
	expect( Object.fromEntries( body ) ).toEqual( {
		security: 'n0nce',
		package_id: '0',
		service_point_id: '1000001',
		post_number: '123456',
	} );
	expect( document.querySelector( '.scsp-point' )?.textContent ).toBe(
		'Stadhuisplein'
	);

	request().onClose?.();
	expect( document.querySelector( ':focus' )?.textContent ).toBe( 'Change' );
	await click( '.scsp-choose' );
	expect( request() ).toMatchObject( {
		selected: { service_point: { id: 1000001 } },
	} );
} );

it( 'shows the answer wherever a builder of checkouts lists the method', async () => {
	draw( 'relay' );
	document.body.insertAdjacentHTML( 'beforeend', placeholder() );
	await click( '.scsp-choose' );
	answer( {
		success: true,
		data: { html: '<button class="scsp-choose">Change</button>' },
	} );
	await request().onSelect( point, '' );
	expect(
		Array.from(
			document.querySelectorAll( '.scsp-choose' ),
			( { textContent } ) => textContent
		)
	).toEqual( [ 'Change', 'Change' ] );
} );

it( 'passes on why the shop refuses a choice', async () => {
	draw( 'relay' );
	await click( '.scsp-choose' );
	answer( { success: false, data: { message: 'No such point.' } } );
	await expect( request().onSelect( point, '' ) ).rejects.toThrow(
		'No such point.'
	);
	answer( -1 );
	await expect( request().onSelect( point, '' ) ).rejects.toThrow(
		'Could not save.'
	);
} );

it( 'understands the route that changes an order, which does not wrap its answers', async () => {
	draw( 'relay' );
	await click( '.scsp-choose' );
	answer( { code: 'too_late', message: 'Too late.', data: { status: 409 } } );
	await expect( request().onSelect( point, '' ) ).rejects.toThrow(
		'Too late.'
	);
	answer( {
		selection: { service_point: point, post_number: '' },
		html: '<button class="scsp-choose">Changed</button>',
	} );
	await request().onSelect( point, '' );
	expect( document.querySelector( '.scsp-choose' )?.textContent ).toBe(
		'Changed'
	);
} );

it( 'opens by itself once a clicked relay rate is drawn', async () => {
	draw( 'flat' );
	await click( 'label[for="relay"]' );
	expect( openPicker ).not.toHaveBeenCalled();

	draw( 'relay' );
	trigger( 'updated_checkout' );
	await flush();
	expect( openPicker ).toHaveBeenCalledTimes( 1 );
} );

it( 'stays closed for arrow keys, a chosen point, or a later redraw', async () => {
	draw( 'flat' );
	await click( '#relay', 0 );
	draw( 'relay' );
	trigger( 'updated_checkout' );
	await flush();

	await click( '#flat' );
	draw( 'flat' );
	trigger( 'updated_checkout' );
	await click( '#relay' );
	draw( 'relay', selection );
	trigger( 'updated_checkout' );
	draw( 'relay' );
	trigger( 'updated_checkout' );
	await flush();
	expect( openPicker ).not.toHaveBeenCalled();
} );

const notices = ( ...items: string[] ) =>
	document.body.insertAdjacentHTML(
		'afterbegin',
		`<div class="woocommerce-NoticeGroup-checkout"><ul>${ items.join( '' ) }</ul></div>`
	);
const ours =
	'<li data-id="sendcloud_service_point_0">Please choose a service point.</li>';

it( 'goes to the button when only the point is missing, and says so there', () => {
	draw( 'relay' );
	notices( ours );
	trigger( 'checkout_error' );
	const button = document.querySelector( '.scsp-choose' );
	expect( document.querySelector( ':focus' ) ).toBe( button );
	expect(
		document.getElementById(
			button?.getAttribute( 'aria-describedby' ) ?? ''
		)?.textContent
	).toBe( 'Please choose a service point.' );
} );

it( 'says it beside every button when several packages lack a point, and goes to the first', () => {
	draw( 'relay' );
	const list = document.querySelector( '.scsp-placeholder' )?.parentElement;
	const second = document.querySelector( '.scsp-placeholder' )?.outerHTML;
	list?.insertAdjacentHTML(
		'beforeend',
		( second ?? '' )
			.replace( 'data-package-id="0"', 'data-package-id="1"' )
			.replace( 'sendcloud_service_point_0', 'sendcloud_service_point_1' )
	);
	notices(
		'<li data-id="sendcloud_service_point_0">Shipping: Please choose.</li>',
		'<li data-id="sendcloud_service_point_1">Shipping 2: Please choose.</li>'
	);
	trigger( 'checkout_error' );
	expect(
		Array.from( document.querySelectorAll( '.scsp-error' ) ).map(
			( { textContent } ) => textContent
		)
	).toEqual( [ 'Shipping: Please choose.', 'Shipping 2: Please choose.' ] );
	expect( document.querySelector( ':focus' )?.id ).toBe(
		'sendcloud_service_point_0'
	);
} );

it( 'leaves the focus to WooCommerce when more is missing', () => {
	draw( 'relay' );
	notices( '<li data-id="billing_city">City</li>', ours );
	trigger( 'checkout_error' );
	expect( document.querySelector( ':focus' ) ).toBeNull();
	expect( document.querySelector( '[role="alert"]' ) ).not.toBeNull();
} );

it( 'keeps silent about errors of others', () => {
	draw( 'relay' );
	notices( '<li data-id="billing_city">City</li>' );
	trigger( 'checkout_error' );
	expect( document.querySelector( '[role="alert"]' ) ).toBeNull();
} );

describe( 'a point whose carrier needs the telephone number', () => {
	const NEEDED = '<p class="scsp-telephone">Chronopost needs it.</p>';
	const label = () =>
		document.querySelector( '#billing_phone_field label' )?.textContent;

	function drawWithTelephone( isRequiredByTheShop = false ) {
		draw( 'relay', selection );
		document
			.querySelector( 'form' )
			?.insertAdjacentHTML(
				'afterbegin',
				`<p id="billing_phone_field"><label>Phone <span class="${
					isRequiredByTheShop ? 'required">*' : 'optional">(optional)'
				}</span></label><input id="billing_phone"></p>`
			);
	}

	const visible = () =>
		[
			...document.querySelectorAll< HTMLElement >(
				'#billing_phone_field label span'
			),
		]
			.filter( ( { hidden } ) => ! hidden )
			.map( ( { textContent } ) => textContent );

	it( 'marks the field for as long as it is chosen', async () => {
		drawWithTelephone();
		trigger( 'updated_checkout' );
		expect( visible() ).toEqual( [ '(optional)' ] );

		await click( '.scsp-choose' );
		answer( {
			success: true,
			data: { selection: JSON.parse( selection ), html: NEEDED },
		} );
		await request().onSelect( point, '' );
		expect( visible() ).toEqual( [ '*' ] );
		trigger( 'updated_checkout' );
		expect( visible() ).toEqual( [ '*' ] );
		expect(
			document.getElementById( 'billing_phone_field' )?.classList
		).toContain( 'validate-required' );

		document.querySelector( '.scsp-telephone' )?.remove();
		trigger( 'updated_checkout' );
		expect( visible() ).toEqual( [ '(optional)' ] );
		expect( label()?.trim() ).toBe( 'Phone (optional)' );
	} );

	it( 'leaves a field alone that the shop requires', () => {
		drawWithTelephone( true );
		trigger( 'updated_checkout' );
		document
			.querySelector( '.scsp-placeholder' )
			?.insertAdjacentHTML( 'beforeend', NEEDED );
		trigger( 'updated_checkout' );
		expect( visible() ).toEqual( [ '*' ] );
		document.querySelector( '.scsp-telephone' )?.remove();
		trigger( 'updated_checkout' );
		expect( visible() ).toEqual( [ '*' ] );
	} );
} );
