/** The integration and its exception logs; v3 renamed half the fields of v2. */
import { json, type Reply } from '../http';
import { API_INTEGRATION_ID } from '../integration';
import type { World } from '../world';
import { Refusal, type Wording } from './refusal';

type Version = 'v2' | 'v3';

/** In v3 the address cannot be null: there is none. */
const shopUrl = (
	version: Version,
	url: string | null
): { shop_url?: string | null } =>
	version === 'v3' && url === null ? {} : { shop_url: url };

function describe(
	version: Version,
	{ integration }: World,
	isOff: boolean
): Record< string, unknown > {
	const updated = integration.lastFetch ?? integration.createdAt;
	const shared = {
		id: integration.id,
		shop_name: 'Sandbox shop',
		...shopUrl( version, integration.shop?.url ?? null ),
		service_point_enabled: ! isOff,
		service_point_carriers: isOff ? [] : integration.carriers,
		webhook_active: false,
		webhook_url: null,
	};
	return version === 'v3'
		? {
				...shared,
				type: 'woocommerce_v2',
				started_failing_at: integration.failingSince,
				last_fetched_at: integration.lastFetch,
				created_at: integration.createdAt,
				updated_at: updated,
				feedback_type: 'eager',
			}
		: {
				...shared,
				system: 'woocommerce_v2',
				failing_since: integration.failingSince,
				last_fetch: integration.lastFetch,
				last_updated_at: updated,
			};
}

/** Of the kind "Sendcloud API": nothing is fetched from a shop. */
function describeApi(
	version: Version,
	world: World,
	isOff: boolean
): Record< string, unknown > {
	const { createdAt } = world.integration;
	const { shop_url: _, ...rest } = describe( version, world, isOff );
	const own = {
		...rest,
		...shopUrl( version, null ),
		id: API_INTEGRATION_ID,
		shop_name: 'Sandbox API',
	};
	return version === 'v3'
		? {
				...own,
				type: 'api',
				started_failing_at: null,
				last_fetched_at: null,
				updated_at: createdAt,
			}
		: {
				...own,
				system: 'api',
				failing_since: null,
				last_fetch: null,
				last_updated_at: createdAt,
			};
}

function wrap( version: Version, body: unknown ): Reply {
	return json( version === 'v3' ? { data: body } : body );
}

/** The path is what follows `/integrations`. */
export function answerIntegrations(
	version: Version,
	path: string,
	world: World,
	isOff: boolean,
	wording: Wording
): Reply {
	const { integration } = world;
	if ( path === '' ) {
		return wrap( version, [
			describe( version, world, isOff ),
			describeApi( version, world, isOff ),
		] );
	}
	if ( path === `/${ API_INTEGRATION_ID }` ) {
		return wrap( version, describeApi( version, world, isOff ) );
	}
	if ( path === `/${ integration.id }` ) {
		return wrap( version, describe( version, world, isOff ) );
	}
	if ( path === '/logs' || path === `/${ integration.id }/logs` ) {
		return json(
			version === 'v3'
				? { data: integration.logs }
				: { results: integration.logs }
		);
	}
	throw new Refusal( wording.noSuchRoute( path ) );
}
