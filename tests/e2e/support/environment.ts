/** Addresses that tests/setup/run-e2e.ts gives; the defaults are those of a hand-started shop. */
const address = ( name: string, fallback: string ): string =>
	( process.env[ name ] ?? fallback ).replace( /\/$/, '' );

export const shopUrl = address( 'SHOP_URL', 'http://127.0.0.1:8861' );
export const sandboxUrl = address( 'SANDBOX_URL', 'http://127.0.0.1:8862' );
/** Without any plugin of Sendcloud's, for tests that change the whole shop; empty beside a hand-started shop. */
export const standaloneShopUrl = address( 'SHOP_STANDALONE_URL', '' );
/** That shop's own sandbox, where nobody else's orders are. */
export const standaloneSandboxUrl = address( 'SANDBOX_STANDALONE_URL', '' );
/** The oldest WooCommerce we support, orders in the posts table; empty where it cannot be had. */
export const oldShopUrl = address( 'SHOP_OLD_URL', '' );
/** With Sendcloud's own plugin active beside ours; empty where it cannot be had. */
export const officialShopUrl = address( 'SHOP_OFFICIAL_URL', '' );
/** The same with the first generation of that plugin. */
export const firstOfficialShopUrl = address( 'SHOP_FIRST_OFFICIAL_URL', '' );
/** With WooCommerce Subscriptions; empty where it cannot be had. */
export const subscriptionsShopUrl = address( 'SHOP_SUBSCRIPTIONS_URL', '' );

/** Every address that tests may ask for something. */
export const ownUrls = [
	shopUrl,
	sandboxUrl,
	standaloneShopUrl,
	standaloneSandboxUrl,
	oldShopUrl,
	officialShopUrl,
	firstOfficialShopUrl,
	subscriptionsShopUrl,
].filter( Boolean );
