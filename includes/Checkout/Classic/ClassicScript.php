<?php
/**
 * The script of the classic pages, and what it has to know of the page it runs on.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Checkout\Classic;

use SendcloudServicePoints\Frontend\Assets;

final class ClassicScript {

	private const SCRIPT = 'sendcloud-service-points-checkout-classic';
	private const NONCE  = 'sendcloud-select-service-point';

	public function __construct( private readonly Assets $assets ) {}

	/**
	 * @param string $url     Where choices are sent.
	 * @param bool   $reloads Whether the page is another one once a point is chosen.
	 */
	public function enqueue( string $url, bool $reloads = false ): void {
		$this->assets->enqueue( 'checkout-classic' );

		wp_add_inline_script(
			self::SCRIPT,
			'window.sendcloudServicePointsClassic = ' . wp_json_encode(
				[
					'ajaxUrl'  => $url,
					'nonce'    => wp_create_nonce( self::NONCE ),
					'reloads'  => $reloads,
					'messages' => [
						'loadFailed' => __( 'The service points could not be loaded. Please try again.', 'sendcloud-service-points' ),
						/* translators: %s: a distance, e.g. "390 km". */
						'tooFar'     => __( 'About %s from your address. Choose a nearer one.', 'sendcloud-service-points' ),
						'saveFailed' => __( 'Your choice could not be saved. Please try again.', 'sendcloud-service-points' ),
					],
				]
			) . ';',
			'before'
		);
	}

	/** Ends the request when it does not come from such a page. */
	public static function check_nonce(): void {
		if ( false === check_ajax_referer( self::NONCE, 'security', false ) ) {
			self::fail( 'sendcloud_service_points_invalid_nonce', __( 'Your session has expired. Please reload the page.', 'sendcloud-service-points' ), 403 );
		}
	}

	public static function posted( string $key ): string {
		// phpcs:ignore WordPress.Security.NonceVerification.Missing -- See check_nonce().
		$value = $_POST[ $key ] ?? '';

		return is_string( $value ) ? sanitize_text_field( wp_unslash( $value ) ) : '';
	}

	public static function fail( string $code, string $message, int $status ): never {
		wp_send_json_error(
			[
				'code'    => $code,
				'message' => $message,
			],
			$status
		);
	}
}
