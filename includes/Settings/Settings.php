<?php
/**
 * What the merchant set, typed. Nothing else reads these options.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Settings;

final class Settings {

	public const PREFIX        = 'sendcloud_service_points_';

	/** Of WooCommerce > Settings > Shipping. */
	public const SECTION = 'sendcloud-service-points';

	public const PUBLIC_KEY    = self::PREFIX . 'public_key';
	public const SECRET_KEY    = self::PREFIX . 'secret_key';
	public const API_VERSION   = self::PREFIX . 'api_version';
	public const AUTHENTICATION = self::PREFIX . 'authentication';
	public const OPEN_ON_CHOICE = self::PREFIX . 'open_on_choice';
	public const MAP_PROVIDER  = self::PREFIX . 'map_provider';
	public const MAP_STYLE_URL = self::PREFIX . 'map_style_url';
	public const POINT_AS_ADDRESS = self::PREFIX . 'point_as_address';
	public const PAYMENT_FIRST = self::PREFIX . 'payment_first';
	public const CHANGE_HOURS  = self::PREFIX . 'change_hours';
	public const CREATE_METHODS = self::PREFIX . 'create_methods';
	public const PROXY_SUPPORT  = self::PREFIX . 'proxy_support';
	public const TELEPHONE      = self::PREFIX . 'telephone';

	/** Not set by the merchant: what the account said last. */
	public const OWN_CARRIERS = self::PREFIX . 'own_carriers';

	/** Options that say which account of Sendcloud's is asked, and how: see fingerprint(); and what is asked of it. */
	public const ACCOUNT = [ self::PUBLIC_KEY, self::SECRET_KEY, self::API_VERSION, self::AUTHENTICATION, self::OWN_CARRIERS ];

	public const API_VERSIONS  = [ 'auto', 'v3', 'v2' ];
	public const AUTHENTICATIONS = [ 'auto', 'basic', 'oauth' ];
	public const TELEPHONES    = [ 'carrier', 'always', 'never' ];
	public const MAP_PROVIDERS = [ 'openfreemap', 'style', 'outlines', 'none' ];

	/** A mistake is noticed when the order's mail is read; a parcel is seldom labelled sooner. */
	public const DEFAULT_CHANGE_HOURS = 2;

	private const OPENFREEMAP_STYLE = 'https://tiles.openfreemap.org/styles/liberty';

	public function public_key(): string {
		return $this->constant( 'SENDCLOUD_PUBLIC_KEY' ) ?? $this->option( self::PUBLIC_KEY );
	}

	/** Never to be printed, logged or sent anywhere but to Sendcloud. */
	public function secret_key(): string {
		return $this->constant( 'SENDCLOUD_SECRET_KEY' ) ?? $this->option( self::SECRET_KEY );
	}

	public function has_keys(): bool {
		return '' !== $this->public_key() && '' !== $this->secret_key();
	}

	public function public_key_is_constant(): bool {
		return null !== $this->constant( 'SENDCLOUD_PUBLIC_KEY' );
	}

	public function secret_key_is_constant(): bool {
		return null !== $this->constant( 'SENDCLOUD_SECRET_KEY' );
	}

	/** @return 'auto'|'v3'|'v2' */
	public function api_version(): string {
		$version = $this->option( self::API_VERSION );
		return in_array( $version, self::API_VERSIONS, true ) ? $version : 'auto';
	}

	/** @return 'auto'|'basic'|'oauth' */
	public function authentication(): string {
		$authentication = $this->option( self::AUTHENTICATION );
		return in_array( $authentication, self::AUTHENTICATIONS, true ) ? $authentication : 'auto';
	}

	/** Base of API v3, without a trailing slash. */
	public function v3_url(): string {
		return untrailingslashit( $this->constant( 'SENDCLOUD_API_URL' ) ?? 'https://panel.sendcloud.sc/api/v3' );
	}

	/** Base of API v2's service points, which live on a host of their own. */
	public function v2_url(): string {
		return untrailingslashit( $this->constant( 'SENDCLOUD_SERVICE_POINTS_URL' ) ?? 'https://servicepoints.sendcloud.sc/api/v2' );
	}

	/** Where the keys get a token: `tokenUrl` of Sendcloud's own documents. */
	public function token_url(): string {
		return $this->constant( 'SENDCLOUD_TOKEN_URL' ) ?? 'https://account.sendcloud.com/oauth2/token/';
	}

	/** Names the account and the API in use: what was remembered under another one is worth nothing. */
	public function fingerprint(): string {
		return md5( implode( '|', [ $this->public_key(), $this->secret_key(), $this->api_version(), $this->authentication(), $this->v3_url(), $this->v2_url() ] ) );
	}

	public function open_on_choice(): bool {
		return 'no' !== $this->option( self::OPEN_ON_CHOICE );
	}

	/** Whether zones get their method as soon as service points are switched on in Sendcloud; otherwise the merchant is asked. */
	public function creates_methods(): bool {
		return 'ask' !== $this->option( self::CREATE_METHODS );
	}

	/** Whether to believe a proxy of another network, a CDN's, who the visitor is. */
	public function has_proxy_support(): bool {
		return 'yes' === $this->option( self::PROXY_SUPPORT );
	}

	/** Whether orders that lack their service point can be paid all the same. */
	public function takes_payment_first(): bool {
		return 'yes' === $this->option( self::PAYMENT_FIRST );
	}

	/** @return 'carrier'|'always'|'never' When an order to a point needs the customer's telephone number. */
	public function telephone(): string {
		$when = $this->option( self::TELEPHONE );
		return in_array( $when, self::TELEPHONES, true ) ? $when : 'carrier';
	}

	/** How long customers may change the service point of an order that is not sent; 0 for never. */
	public function change_hours(): int {
		$hours = get_option( self::CHANGE_HOURS, self::DEFAULT_CHANGE_HOURS );
		return is_numeric( $hours ) ? max( 0, (int) $hours ) : self::DEFAULT_CHANGE_HOURS;
	}

	public function shows_point_as_address(): bool {
		return 'yes' === $this->option( self::POINT_AS_ADDRESS );
	}

	/** @return 'openfreemap'|'style'|'outlines'|'none' */
	public function map_provider(): string {
		$provider = $this->option( self::MAP_PROVIDER );
		return in_array( $provider, self::MAP_PROVIDERS, true ) ? $provider : 'openfreemap';
	}

	/** Null where the map needs no style from elsewhere. */
	public function map_style_url(): ?string {
		return match ( $this->map_provider() ) {
			'openfreemap' => self::OPENFREEMAP_STYLE,
			'style'       => self::or_null( $this->option( self::MAP_STYLE_URL ) ),
			default       => null,
		};
	}

	private function option( string $name ): string {
		$value = get_option( $name );
		return is_string( $value ) ? trim( $value ) : '';
	}

	/** Null when it is not defined, or empty. */
	private function constant( string $name ): ?string {
		$value = defined( $name ) ? constant( $name ) : null;
		return is_string( $value ) ? self::or_null( trim( $value ) ) : null;
	}

	private static function or_null( string $value ): ?string {
		return '' === $value ? null : $value;
	}
}
