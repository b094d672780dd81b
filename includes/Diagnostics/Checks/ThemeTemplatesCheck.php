<?php
/**
 * Do replaced checkout templates leave room for the service point?
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Checks;

use SendcloudServicePoints\Admin\Screens;
use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Finding;
use SendcloudServicePoints\Diagnostics\Group;
use SendcloudServicePoints\Diagnostics\Probes\CheckoutKind;
use SendcloudServicePoints\Diagnostics\Probes\CheckoutPage;
use SendcloudServicePoints\Diagnostics\Probes\TemplateOverride;

final class ThemeTemplatesCheck extends Check {

	public const ID    = 'theme-templates';
	public const GROUP = Group::Theme;

	private const FORM   = 'checkout/form-checkout.php';
	private const REVIEW = 'checkout/review-order.php';
	private const RATES  = 'cart/cart-shipping.php';

	private const TEMPLATES = [ self::FORM, self::REVIEW, self::RATES ];

	public function title(): string {
		return __( 'Checkout templates', 'sendcloud-service-points' );
	}

	public function run(): Finding {
		$checkout = CheckoutPage::current();
		if ( CheckoutKind::Replaced === $checkout->kind ) {
			return Finding::info(
				/* translators: %s: name of a plugin. */
				sprintf( __( '%s builds the checkout with templates of its own, so those of the theme say little about it.', 'sendcloud-service-points' ), $checkout->builder ),
				__( 'Try the checkout self-test after you have changed its design.', 'sendcloud-service-points' )
			)->link( __( 'Checkout self-test', 'sendcloud-service-points' ), Screens::self_test() );
		}
		$overrides = array_filter( array_combine( self::TEMPLATES, array_map( TemplateOverride::find( ... ), self::TEMPLATES ) ) );
		if ( [] === $overrides ) {
			return Finding::good( __( 'The checkout uses WooCommerce\'s own templates.', 'sendcloud-service-points' ) );
		}
		$missing  = self::missing( $overrides );
		$outdated = array_filter( $overrides, static fn ( TemplateOverride $override ): bool => $override->is_outdated() );
		$details  = array_values( array_map( self::line( ... ), $overrides ) );
		if ( [] !== $missing ) {
			return $this->without_hooks( $overrides, $missing )->with( [ ...$missing, ...$details ] );
		}
		if ( [] !== $outdated ) {
			return Finding::recommended(
				__( 'The theme or a plugin replaces a checkout template with a copy that is older than WooCommerce\'s own.', 'sendcloud-service-points' ),
				__( 'Update it, or ask its author for templates that fit your WooCommerce. Your own copy: compare it with the new template and take over what changed.', 'sendcloud-service-points' )
			)->with( $details )->link( __( 'Status of templates', 'sendcloud-service-points' ), Screens::wordpress( 'admin.php?page=wc-status' ) );
		}
		return Finding::good( __( 'The theme or a plugin replaces checkout templates, and they have everything service points need.', 'sendcloud-service-points' ) )->with( $details );
	}

	/**
	 * The script is loaded by one hook; the button has two places, of which one is enough.
	 *
	 * @param array<string, TemplateOverride> $overrides
	 * @return list<string>
	 */
	private static function missing( array $overrides ): array {
		$lacks   = static fn ( string $template, string $hook ): bool => isset( $overrides[ $template ] ) && ! $overrides[ $template ]->mentions( $hook );
		$missing = [];
		if ( $lacks( self::FORM, 'woocommerce_before_checkout_form' ) ) {
			$missing[] = $overrides[ self::FORM ]->path() . ": do_action( 'woocommerce_before_checkout_form', \$checkout )";
		}
		$without_rates  = $lacks( self::REVIEW, 'wc_cart_totals_shipping_html' ) || $lacks( self::RATES, 'woocommerce_after_shipping_rate' );
		$without_review = $lacks( self::REVIEW, 'woocommerce_review_order_after_shipping' );
		if ( $without_rates && $without_review ) {
			$missing[] = $overrides[ self::REVIEW ]->path() . ": do_action( 'woocommerce_review_order_after_shipping' )";
		}
		return $missing;
	}

	/**
	 * @param array<string, TemplateOverride> $overrides
	 * @param list<string>                    $missing
	 */
	private function without_hooks( array $overrides, array $missing ): Finding {
		if ( CheckoutKind::Block === CheckoutPage::current()->kind ) {
			return Finding::info( __( 'The theme or a plugin replaces templates of the classic checkout and leaves out what service points need. Your checkout page uses the block, which does without them.', 'sendcloud-service-points' ) );
		}
		$uncertain = array_filter( $overrides, static fn ( TemplateOverride $override ): bool => $override->calls_other_files() );
		return [] === $uncertain
			? Finding::critical(
				__( 'The theme or a plugin replaces checkout templates and leaves out what service points need: the button cannot appear.', 'sendcloud-service-points' ),
				__( 'Add the missing line to the template, update the theme or plugin, or delete the replaced template so that WooCommerce uses its own.', 'sendcloud-service-points' )
			)->link( __( 'Status of templates', 'sendcloud-service-points' ), Screens::wordpress( 'admin.php?page=wc-status' ) )
			: Finding::unknown(
				__( 'The theme builds the checkout in its own way, so whether the button for service points has a place cannot be seen from here.', 'sendcloud-service-points' ),
				__( 'Try the checkout self-test. If the button is missing, the lines below have to be in the theme.', 'sendcloud-service-points' )
			)->link( __( 'Checkout self-test', 'sendcloud-service-points' ), Screens::self_test() );
	}

	private static function line( TemplateOverride $override ): string {
		return sprintf(
			/* translators: 1: file, 2: its version, 3: version of WooCommerce's own. */
			__( '%1$s: version %2$s, WooCommerce has %3$s', 'sendcloud-service-points' ),
			$override->path(),
			'' === $override->version ? '?' : $override->version,
			$override->core_version
		);
	}
}
