/**
 * Where the documents and what passes between plugin and sandbox disagree on purpose, each with its reason. What is not listed here fails
 * the suites; what is listed and never happens fails `npm run test:contract`.
 */
import type { Violation } from './contract';

export interface Deviation {
	reason: string;
	is: ( violation: Violation ) => boolean;
}

/** Routes that no document at hand describes. */
export const UNDOCUMENTED: Array< { path: RegExp; reason: string } > = [
	{
		path: /^\/oauth2\/token$/,
		reason: 'The documents name its address (securitySchemes), and leave its form to OAuth 2.0 (RFC 6749); tests/sandbox/oauth.test.ts holds to that.',
	},
	{
		path: /^\/global-media\//,
		reason: 'A carrier’s picture (icon_url of a point) is a file at an address of its own, which no document describes.',
	},
	{
		path: /^\/api\/v2\/(service-points|carriers)(\/|$)/,
		reason: 'Of API v2 there is only the document of its integrations. What is known of its service points is in tests/fixtures/sendcloud/v2.',
	},
];

export const DEVIATIONS: Deviation[] = [
	{
		reason: 'The text of these fields says that they can be null, and their type allows it; their list of values leaves it out.',
		is: ( { side, at, problem, value } ) =>
			side === 'answer' &&
			/\/(general_shop_type|precision)$/.test( at ) &&
			problem.startsWith( 'must be equal to one of' ) &&
			value === null,
	},
	{
		reason: 'The document’s own example of an error on Sendcloud’s side (503) has the code null, which its schema of errors does not allow.',
		is: ( { side, status, at, value } ) =>
			side === 'answer' &&
			( status ?? 0 ) >= 500 &&
			at === '/errors/*/code' &&
			value === null,
	},
	{
		reason: 'Of a point whose hours nobody knows, the document says nothing; it would have seven days of null, which means closed.',
		is: ( { side, at, value } ) =>
			side === 'answer' &&
			at.endsWith( '/opening_times' ) &&
			value === null,
	},
	{
		reason: 'An order whose address lacks a part is sent as it is: Sendcloud’s refusal names the part, and the merchant reads it on the order.',
		is: ( { side, at, problem } ) =>
			side === 'request' &&
			at === '/*/shipping_address' &&
			problem.startsWith( 'must have required property' ),
	},
	{
		reason: 'An order in another currency than the three of the document is sent as it is: only Sendcloud knows whether it takes it, and the merchant reads a refusal on the order. A shop that has a rate converts with sendcloud_service_points_order_payload.',
		is: ( { side, at, problem } ) =>
			side === 'request' &&
			at.endsWith( '/currency' ) &&
			problem.startsWith( 'must be equal to one of' ),
	},
];
