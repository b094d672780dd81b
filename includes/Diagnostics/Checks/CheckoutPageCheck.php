<?php
/**
 * Is there a checkout page, and what makes it?
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
use WC_Install;

final class CheckoutPageCheck extends Check {

	public const ID      = 'checkout-page';
	public const GROUP   = Group::Shop;
	public const FIXABLE = true;

	public function title(): string {
		return __( 'Checkout page', 'sendcloud-service-points' );
	}

	public function run(): Finding {
		$checkout = CheckoutPage::current();
		$edit     = null === $checkout->page ? '' : Screens::wordpress( "post.php?post={$checkout->page->ID}&action=edit" );
		return match ( $checkout->kind ) {
			CheckoutKind::Block       => Finding::good( __( 'The checkout page uses the checkout block.', 'sendcloud-service-points' ) ),
			CheckoutKind::Classic     => Finding::good( __( 'The checkout page uses the classic checkout.', 'sendcloud-service-points' ) ),
			CheckoutKind::Builder     => Finding::info(
				/* translators: %s: name of a page builder. */
				sprintf( __( 'The checkout page is made with %s, so what it shows cannot be seen from here.', 'sendcloud-service-points' ), $checkout->builder ),
				__( 'Try the checkout self-test. If the button for service points is missing, use the checkout block or the shortcode [woocommerce_checkout] on the page.', 'sendcloud-service-points' )
			)->link( __( 'Checkout self-test', 'sendcloud-service-points' ), Screens::self_test() ),
			CheckoutKind::Replaced    => Finding::info(
				/* translators: %s: name of a plugin. */
				sprintf( __( '%s shows a checkout of its own, built on the classic checkout, in place of the checkout page.', 'sendcloud-service-points' ), $checkout->builder ),
				__( 'Try the checkout self-test after you have changed its design.', 'sendcloud-service-points' )
			)->link( __( 'Checkout self-test', 'sendcloud-service-points' ), Screens::self_test() ),
			CheckoutKind::Nothing     => Finding::critical(
				__( 'The page that is set as the checkout has no checkout on it.', 'sendcloud-service-points' ),
				__( 'Edit the page and add the checkout block, or choose another page.', 'sendcloud-service-points' )
			)->link( __( 'Edit the page', 'sendcloud-service-points' ), $edit )
				->link( __( 'Page setup', 'sendcloud-service-points' ), Screens::settings( 'advanced' ) ),
			CheckoutKind::Unpublished => Finding::critical(
				__( 'The checkout page is not published.', 'sendcloud-service-points' ),
				__( 'Publish the page.', 'sendcloud-service-points' )
			)->link( __( 'Edit the page', 'sendcloud-service-points' ), $edit )->fixable( __( 'Publish the page', 'sendcloud-service-points' ) ),
			CheckoutKind::Missing     => Finding::critical(
				__( 'The shop has no checkout page.', 'sendcloud-service-points' ),
				__( 'Create the page, or choose an existing one.', 'sendcloud-service-points' )
			)->link( __( 'Page setup', 'sendcloud-service-points' ), Screens::settings( 'advanced' ) )->fixable( __( 'Create the page', 'sendcloud-service-points' ) ),
		};
	}

	public function fix(): void {
		$checkout = CheckoutPage::current();
		if ( CheckoutKind::Unpublished === $checkout->kind && null !== $checkout->page ) {
			wp_update_post(
				[
					'ID'          => $checkout->page->ID,
					'post_status' => 'publish',
				]
			);
		} elseif ( CheckoutKind::Missing === $checkout->kind ) {
			WC_Install::create_pages();
		}
	}
}
