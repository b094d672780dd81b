<?php
/**
 * The block that shows the picker on any page: an empty container, which the view script fills. Needs no WooCommerce.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Frontend;

use SendcloudServicePoints\Domain\Coverage;

final class LocatorBlock {

	private const HEIGHT = 640;
	private const EDITOR = 'sendcloud-service-points-locator-block-editor';

	public function __construct( private readonly Assets $assets ) {}

	public function register(): void {
		add_action( 'init', [ $this, 'register_block' ] );
		add_action( 'enqueue_block_editor_assets', [ $this, 'add_countries' ] );
	}

	public function register_block(): void {
		register_block_type(
			$this->assets->path( 'locator-block/block.json' ),
			[ 'render_callback' => [ $this, 'render' ] ]
		);
	}

	/** The browser knows how the reader calls them. */
	public function add_countries(): void {
		$data = [ 'countries' => Coverage::countries() ];
		wp_add_inline_script( self::EDITOR, 'window.sendcloudServicePointsLocator = ' . wp_json_encode( $data ) . ';', 'before' );
	}

	/** @param mixed $attributes As in block.json. */
	public function render( mixed $attributes ): string {
		// WordPress enqueues what the block names as soon as it is rendered.
		$this->assets->register_handles();
		$attributes = is_array( $attributes ) ? $attributes : [];
		$carriers = array_filter( (array) ( $attributes['carriers'] ?? [] ), 'is_string' );
		$address  = $attributes['address'] ?? '';
		$height   = $attributes['height'] ?? null;

		return sprintf(
			'<div %1$s><noscript>%2$s</noscript></div>',
			get_block_wrapper_attributes(
				[
					'data-country'  => $this->country( $attributes['country'] ?? '' ),
					'data-carriers' => implode( ',', $carriers ),
					'data-address'  => is_string( $address ) ? $address : '',
					'data-failed'   => __( 'The service points could not be loaded. Please reload the page.', 'sendcloud-service-points' ),
					'style'         => sprintf( '--scsp-locator-height:%dpx', is_numeric( $height ) ? (int) $height : self::HEIGHT ),
				]
			),
			esc_html__( 'Please switch on JavaScript to see the service points.', 'sendcloud-service-points' )
		);
	}

	/**
	 * The block's country, else the shop's, else that of the site's language, e.g. BE for nl_BE.
	 */
	private function country( mixed $chosen ): string {
		// "FR", or "ES:M" with a state.
		$shop   = get_option( 'woocommerce_default_country' );
		$locale = explode( '_', get_locale() )[1] ?? null;

		foreach ( [ $chosen, $shop, $locale ] as $candidate ) {
			if ( is_string( $candidate ) && 1 === preg_match( '/^[A-Z]{2}(?=:|$)/', $candidate, $match ) ) {
				return $match[0];
			}
		}

		return 'FR';
	}
}
