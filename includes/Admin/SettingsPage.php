<?php
/**
 * The section "Sendcloud Service Points" under WooCommerce > Settings > Shipping.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Admin;

use SendcloudServicePoints\Frontend\Assets;
use SendcloudServicePoints\Info;
use SendcloudServicePoints\Settings\Settings;

final class SettingsPage {

	/** A field type of our own: a button. */
	private const TEST_FIELD = 'sendcloud_service_points_connection_test';

	public function __construct(
		private readonly Settings $settings,
		private readonly Assets $assets,
	) {}

	public function register(): void {
		add_filter( 'woocommerce_get_sections_shipping', [ $this, 'add_section' ] );
		add_filter( 'woocommerce_get_settings_shipping', [ $this, 'add_fields' ], 10, 2 );
		add_filter( 'woocommerce_admin_settings_sanitize_option_' . Settings::SECRET_KEY, [ $this, 'keep_secret' ], 10, 3 );
		add_filter( 'woocommerce_admin_settings_sanitize_option_' . Settings::MAP_STYLE_URL, [ $this, 'clean_url' ] );
		add_action( 'woocommerce_admin_field_' . self::TEST_FIELD, [ $this, 'render_connection_test' ] );
	}

	/** @param mixed $sections Name => title. */
	public function add_section( mixed $sections ): mixed {
		return is_array( $sections ) ? array_merge( $sections, [ Settings::SECTION => __( 'Sendcloud Service Points', 'sendcloud-service-points' ) ] ) : $sections;
	}

	public function add_fields( mixed $fields, mixed $section = '' ): mixed {
		return Settings::SECTION === $section ? [ ...$this->connection_fields(), ...$this->picker_fields(), ...self::order_fields() ] : $fields;
	}

	/**
	 * The field never shows the key, so an empty one means "as it was".
	 *
	 * @param mixed $value  Cleaned as older versions of WooCommerce do: they would take signs out of a key.
	 * @param mixed $option The field.
	 * @param mixed $raw    As posted; null when the field is disabled.
	 */
	public function keep_secret( mixed $value, mixed $option = null, mixed $raw = null ): ?string {
		$typed = is_string( $raw ) ? trim( $raw ) : '';
		return '' === $typed ? null : $typed;
	}

	public function clean_url( mixed $value ): string {
		return esc_url_raw( is_string( $value ) ? trim( $value ) : '', [ 'https', 'http' ] );
	}

	public function render_connection_test(): void {
		$this->assets->enqueue( 'admin-settings' );
		printf(
			'<tr><th scope="row" class="titledesc">%1$s</th><td class="forminp">
				<button type="button" class="button" id="%2$s" data-url="%3$s">%4$s</button>
				<div id="%2$s-result" role="status" aria-live="polite"></div>
			</td></tr>',
			esc_html__( 'Connection', 'sendcloud-service-points' ),
			esc_attr( Settings::SECTION . '-connection-test' ),
			esc_url( rest_url( Info::REST_NAMESPACE . '/connection-test' ) ),
			esc_html__( 'Test connection', 'sendcloud-service-points' )
		);
	}

	/** @return list<array<string, mixed>> */
	private function connection_fields(): array {
		$has_secret = '' !== $this->settings->secret_key();
		return [
			[
				'id'    => Settings::SECTION . '-connection',
				'type'  => 'title',
				'title' => __( 'Connection to Sendcloud', 'sendcloud-service-points' ),
				'desc'  => __( 'The keys of an API integration: in Sendcloud, open Settings > Integrations, add "Sendcloud API", switch on "Service points" there and choose the carriers.', 'sendcloud-service-points' ),
			],
			self::constant_hint( $this->settings->public_key_is_constant(), 'SENDCLOUD_PUBLIC_KEY' ) + [
				'id'                => Settings::PUBLIC_KEY,
				'type'              => 'text',
				'title'             => __( 'Public key', 'sendcloud-service-points' ),
				'custom_attributes' => self::attributes( $this->settings->public_key_is_constant() ),
				'autoload'          => false,
			],
			self::constant_hint( $this->settings->secret_key_is_constant(), 'SENDCLOUD_SECRET_KEY' ) + [
				'id'                => Settings::SECRET_KEY,
				'type'              => 'password',
				'title'             => __( 'Secret key', 'sendcloud-service-points' ),
				// The saved key is never printed.
				'value'             => '',
				'placeholder'       => $has_secret ? __( 'Saved. Leave empty to keep it.', 'sendcloud-service-points' ) : '',
				'custom_attributes' => self::attributes( $this->settings->secret_key_is_constant() ),
				'autoload'          => false,
			],
			[
				'id'      => Settings::API_VERSION,
				'type'    => 'select',
				'title'   => __( 'API version', 'sendcloud-service-points' ),
				'default' => 'auto',
				'options' => [
					'auto' => __( 'Automatic', 'sendcloud-service-points' ),
					'v3'   => __( 'Version 3', 'sendcloud-service-points' ),
					'v2'   => __( 'Version 2 (legacy)', 'sendcloud-service-points' ),
				],
			],
			[
				'id'       => Settings::AUTHENTICATION,
				'type'     => 'select',
				'title'    => __( 'Authentication', 'sendcloud-service-points' ),
				'desc'     => __( 'An integration in Sendcloud can be set to accept OAuth 2.0 alone. The keys are the same.', 'sendcloud-service-points' ),
				'desc_tip' => true,
				'default'  => 'auto',
				'options'  => [
					'auto'  => __( 'Automatic', 'sendcloud-service-points' ),
					'basic' => __( 'API keys', 'sendcloud-service-points' ),
					'oauth' => __( 'OAuth 2.0', 'sendcloud-service-points' ),
				],
				'autoload' => false,
			],
			[
				'id'      => Settings::CREATE_METHODS,
				'type'    => 'select',
				'title'   => __( 'When service points are switched on', 'sendcloud-service-points' ),
				'desc'    => __( 'What happens when a WooCommerce integration in Sendcloud switches service points on for this shop.', 'sendcloud-service-points' ),
				'default' => 'yes',
				'options' => [
					'yes' => __( 'Add "Service Point Delivery" to every shipping zone without it', 'sendcloud-service-points' ),
					'ask' => __( 'Ask first', 'sendcloud-service-points' ),
				],
			],
			[
				'id'       => Settings::PROXY_SUPPORT,
				'type'     => 'checkbox',
				'title'    => __( 'Proxy', 'sendcloud-service-points' ),
				'desc'     => __( 'Visitors come through a content delivery network or proxy, for example Cloudflare', 'sendcloud-service-points' ),
				'desc_tip' => __( 'One visitor may search 60 new places a minute. Without this, all who come through the same proxy count as one. Switch it on only where nobody can reach the server past the proxy: the proxy is believed who the visitor is.', 'sendcloud-service-points' ),
				'default'  => 'no',
			],
			[
				'type'      => self::TEST_FIELD,
				'is_option' => false,
			],
			[
				'id'   => Settings::SECTION . '-connection',
				'type' => 'sectionend',
			],
		];
	}

	/** @return list<array<string, mixed>> */
	private function picker_fields(): array {
		return [
			[
				'id'    => Settings::SECTION . '-picker',
				'type'  => 'title',
				'title' => __( 'Picker', 'sendcloud-service-points' ),
			],
			[
				'id'      => Settings::OPEN_ON_CHOICE,
				'type'    => 'checkbox',
				'title'   => __( 'Opening', 'sendcloud-service-points' ),
				'desc'    => __( 'Open the picker as soon as the shopper clicks the delivery method', 'sendcloud-service-points' ),
				'default' => 'yes',
			],
			[
				'id'       => Settings::MAP_PROVIDER,
				'type'     => 'select',
				'title'    => __( 'Map', 'sendcloud-service-points' ),
				'desc'     => __( 'A map from elsewhere tells its provider the IP address of the shopper who opens the picker. The list of points works without a map.', 'sendcloud-service-points' ),
				'default'  => 'openfreemap',
				'options'  => [
					'openfreemap' => __( 'OpenFreeMap', 'sendcloud-service-points' ),
					'style'       => __( 'Another provider (style URL below)', 'sendcloud-service-points' ),
					'outlines'    => __( 'Plain outlines from this shop, no other server', 'sendcloud-service-points' ),
					'none'        => __( 'No map, only the list', 'sendcloud-service-points' ),
				],
			],
			[
				'id'          => Settings::MAP_STYLE_URL,
				'type'        => 'url',
				'title'       => __( 'Style URL', 'sendcloud-service-points' ),
				'desc'        => __( 'Address of a MapLibre style, with your key if the provider wants one. Shoppers can see it.', 'sendcloud-service-points' ),
				'placeholder' => 'https://',
			],
			[
				'id'   => Settings::SECTION . '-picker',
				'type' => 'sectionend',
			],
		];
	}

	/** @return list<array<string, mixed>> */
	private static function order_fields(): array {
		return [
			[
				'id'    => Settings::SECTION . '-orders',
				'type'  => 'title',
				'title' => __( 'Orders', 'sendcloud-service-points' ),
			],
			[
				'id'      => Settings::TELEPHONE,
				'type'    => 'select',
				'title'   => __( 'Telephone number', 'sendcloud-service-points' ),
				'desc'    => __( 'Some carriers refuse a label without one, after the order is paid. Where WooCommerce hides the field, it is shown for carts that may go to such a service point.', 'sendcloud-service-points' ),
				'default' => 'carrier',
				'options' => [
					'carrier' => __( 'Required where the carrier of the service point needs it', 'sendcloud-service-points' ),
					'always'  => __( 'Required for every service point', 'sendcloud-service-points' ),
					'never'   => __( 'Never required by this plugin', 'sendcloud-service-points' ),
				],
			],
			[
				'id'       => Settings::POINT_AS_ADDRESS,
				'type'     => 'checkbox',
				'title'    => __( 'Shipping address', 'sendcloud-service-points' ),
				'desc'     => __( 'Show the service point as the shipping address', 'sendcloud-service-points' ),
				'desc_tip' => __( 'On pages, in e-mails and on packing slips. The address the customer entered stays the stored one.', 'sendcloud-service-points' ),
				'default'  => 'no',
			],
			[
				'id'       => Settings::PAYMENT_FIRST,
				'type'     => 'checkbox',
				'title'    => __( 'Payment', 'sendcloud-service-points' ),
				'desc'     => __( 'Take the payment of orders that still lack their service point', 'sendcloud-service-points' ),
				'desc_tip' => __( 'For orders made by hand, for example. Without this, whoever pays for such an order chooses a service point first.', 'sendcloud-service-points' ),
				'default'  => 'no',
			],
			[
				'id'                => Settings::CHANGE_HOURS,
				'type'              => 'number',
				'title'             => __( 'Customers may change the point', 'sendcloud-service-points' ),
				'desc'              => __( 'hours after the order; 0 for never', 'sendcloud-service-points' ),
				'desc_tip'          => __( 'In My Account and by a link in the mails of the order, while it is processing or on hold. You and the customer get a mail each time. Choose no more hours than you usually take to make the label: the shop cannot know of labels made in Sendcloud.', 'sendcloud-service-points' ),
				'default'           => (string) Settings::DEFAULT_CHANGE_HOURS,
				'css'               => 'width: 6em;',
				'custom_attributes' => [
					'min'  => '0',
					'step' => '1',
				],
			],
			[
				'id'   => Settings::SECTION . '-orders',
				'type' => 'sectionend',
			],
		];
	}

	/** @return array<string, string> */
	private static function attributes( bool $is_constant ): array {
		$attributes = [ 'autocomplete' => 'off' ];
		return $is_constant ? $attributes + [ 'disabled' => 'disabled' ] : $attributes;
	}

	/** @return array<string, string> */
	private static function constant_hint( bool $is_constant, string $name ): array {
		return $is_constant ? [
			'value'       => '',
			'placeholder' => '',
			/* translators: %s: name of a PHP constant. */
			'desc'        => sprintf( __( 'Set by the constant %s in wp-config.php.', 'sendcloud-service-points' ), $name ),
		] : [];
	}
}
