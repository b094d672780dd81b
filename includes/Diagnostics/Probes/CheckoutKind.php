<?php
/**
 * What makes the checkout page.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Probes;

enum CheckoutKind: string {

	case Block   = 'block';
	case Classic = 'classic';

	/** A page builder's own widget, which prints WooCommerce's classic checkout as a rule. */
	case Builder = 'builder';

	/** A plugin shows a classic checkout of its own in place of the page. */
	case Replaced = 'replaced';

	/** A page on which there is no checkout. */
	case Nothing     = 'nothing';
	case Unpublished = 'unpublished';
	case Missing     = 'missing';
}
