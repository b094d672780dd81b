import type { APIRequestContext } from '@playwright/test';
import type { Address } from './addresses';

interface Answer {
	result: 'success' | 'failure';
	messages?: string;
}

/** Posts the classic checkout's form with the cart's own choices of shipping, as a script would. */
export async function orderOnClassicPage(
	request: APIRequestContext,
	address: Address,
	servicePointId?: number
): Promise< Answer > {
	const page = await ( await request.get( '/checkout-classic/' ) ).text();
	const nonce =
		/name="woocommerce-process-checkout-nonce" value="(\w+)"/.exec(
			page
		)?.[ 1 ] ?? '';
	const { countryName, ...fields } = address;
	const response = await request.post( '/?wc-ajax=checkout', {
		form: {
			...Object.fromEntries(
				Object.entries( fields ).map( ( [ name, value ] ) => [
					`billing_${ name }`,
					value,
				] )
			),
			payment_method: 'cod',
			'woocommerce-process-checkout-nonce': nonce,
			...( servicePointId && {
				'sendcloud_service_point[0]': servicePointId,
			} ),
		},
	} );
	return response.json() as Promise< Answer >;
}
