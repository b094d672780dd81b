<?php
/**
 * The page WooCommerce takes for its checkout.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Probes;

use Automattic\WooCommerce\Blocks\Utils\CartCheckoutUtils;
use WP_Post;

final class CheckoutPage {

	/** Where page builders keep what they show instead of the page's own content: meta key => builder. */
	private const BUILDERS = [
		'_elementor_data'            => 'Elementor',
		'_bricks_page_content_2'     => 'Bricks',
		'_fl_builder_data'           => 'Beaver Builder',
		'ct_builder_shortcodes'      => 'Oxygen',
		'_breakdance_data'           => 'Breakdance',
		'_et_builder_version'        => 'Divi',
		'_wpb_shortcodes_custom_css' => 'WPBakery',
	];

	private function __construct(
		public readonly CheckoutKind $kind,
		public readonly ?WP_Post $page,
		public readonly string $builder = '',
	) {}

	public static function current(): self {
		$page = get_post( max( 0, wc_get_page_id( 'checkout' ) ) );
		if ( ! $page instanceof WP_Post || 'page' !== $page->post_type || 'trash' === $page->post_status ) {
			return new self( CheckoutKind::Missing, null );
		}
		$plugin  = self::replaced_by();
		$builder = '' === $plugin ? self::builder( $page ) : $plugin;
		return new self(
			match ( true ) {
				'publish' !== $page->post_status                 => CheckoutKind::Unpublished,
				'' !== $plugin                                   => CheckoutKind::Replaced,
				CartCheckoutUtils::is_checkout_block_default()   => CheckoutKind::Block,
				self::is_classic( $page )                        => CheckoutKind::Classic,
				'' !== $builder                                  => CheckoutKind::Builder,
				default                                          => CheckoutKind::Nothing,
			},
			$page,
			$builder
		);
	}

	/** The plugin that shows a step of its own, of a post type that is registered while it is active, instead of the page. */
	private static function replaced_by(): string {
		$funnelkit = self::stored( '_wfacp_global_settings', 'override_checkout_page_id' );
		$steps     = [
			'CartFlows' => [ 'cartflows_step', self::stored( '_cartflows_common', 'global_checkout' ) ],
			// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- FunnelKit's own: its store checkout answers there.
			'FunnelKit' => [ 'wfacp_checkout', apply_filters( 'wfacp_global_checkout_page_id', $funnelkit ) ],
		];
		foreach ( $steps as $plugin => [ $type, $id ] ) {
			$step = post_type_exists( $type ) && is_numeric( $id ) && $id > 0 ? get_post( (int) $id ) : null;
			if ( $step instanceof WP_Post && $type === $step->post_type && 'publish' === $step->post_status ) {
				return $plugin;
			}
		}
		return '';
	}

	private static function stored( string $option, string $key ): mixed {
		$settings = get_option( $option );
		return is_array( $settings ) ? $settings[ $key ] ?? 0 : 0;
	}

	private static function is_classic( WP_Post $page ): bool {
		// Not has_shortcode(): it only knows what is registered in this request.
		return 1 === preg_match( '/\[woocommerce_checkout[\s\]]/', $page->post_content )
			|| 1 === preg_match( '/<!-- wp:woocommerce\/classic-shortcode [^>]*"shortcode":"checkout"/', $page->post_content );
	}

	private static function builder( WP_Post $page ): string {
		foreach ( self::BUILDERS as $key => $name ) {
			$data = get_post_meta( $page->ID, $key, true );
			if ( '' !== $data && false !== $data && [] !== $data ) {
				return $name;
			}
		}
		return '';
	}
}
