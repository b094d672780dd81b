/** What the sandbox holds while it runs; handed to every handler. */
import type { Contract } from './contract/contract';
import { OrderStore } from './data/orders';
import { PointStore } from './data/store';
import { Tokens } from './data/tokens';
import { Faults } from './faults';
import { Integration } from './integration';
import { RequestLog } from './request-log';

export const PUBLIC_KEY = 'sandbox-public';
export const SECRET_KEY = 'sandbox-secret';

export class World {
	readonly points = new PointStore();
	readonly orders = new OrderStore();
	readonly faults = new Faults();
	readonly requests = new RequestLog();
	readonly integration = new Integration();
	readonly tokens = new Tokens();
	/** Null where nobody asked for a judgement, or the documents are not at hand. */
	contract: Contract | null = null;

	/** Fixed in tests that look at opening times. */
	constructor( readonly now: () => Date = () => new Date() ) {}
}
