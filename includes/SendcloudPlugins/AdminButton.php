<?php
/**
 * A button in wp-admin that changes something.
 *
 * It posts to admin-post.php with a nonce, and the page it came from then says what was done. Its form is at the end of the page, where no
 * other form can be around it.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\SendcloudPlugins;

use Closure;

final class AdminButton {

	/** Holds what the next page of this user says. */
	private const MESSAGE = 'sendcloud_service_points_message_';

	/**
	 * @param string            $action  Its name in the address.
	 * @param Closure(): string $handler Does it, and says what was done.
	 */
	public function __construct( private readonly string $action, private readonly Closure $handler ) {}

	public function register(): void {
		add_action( "admin_post_$this->action", [ $this, 'handle' ] );
	}

	public function render( string $label, bool $is_primary = true ): void {
		add_action( 'admin_footer', [ $this, 'render_form' ] );
		printf(
			'<button form="%s_form" class="button %s">%s</button> ',
			esc_attr( $this->action ),
			$is_primary ? 'button-primary' : '',
			esc_html( $label )
		);
	}

	public function render_form(): void {
		printf(
			'<form id="%1$s_form" method="post" action="%2$s"><input type="hidden" name="action" value="%1$s" />%3$s</form>',
			esc_attr( $this->action ),
			esc_url( admin_url( 'admin-post.php' ) ),
			wp_nonce_field( $this->action, '_wpnonce', true, false ) // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- HTML of WordPress.
		);
	}

	public function handle(): never {
		check_admin_referer( $this->action );
		if ( ! current_user_can( 'manage_woocommerce' ) ) {
			wp_die( esc_html__( 'You are not allowed to change the shop\'s settings.', 'sendcloud-service-points' ), '', [ 'response' => 403 ] );
		}
		set_transient( self::message_key(), ( $this->handler )(), MINUTE_IN_SECONDS );
		$referer = wp_get_referer();
		wp_safe_redirect( is_string( $referer ) ? $referer : admin_url() );
		exit;
	}

	/** Name of the transient. */
	public static function message_key(): string {
		return self::MESSAGE . get_current_user_id();
	}

	public static function render_message(): void {
		$key     = self::message_key();
		$message = get_transient( $key );
		if ( is_string( $message ) && '' !== $message ) {
			delete_transient( $key );
			printf( '<div class="notice notice-success is-dismissible"><p>%s</p></div>', esc_html( $message ) );
		}
	}
}
