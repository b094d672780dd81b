<?php
/**
 * What is chosen for a package: of the cart, or of an order that is to be paid.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Checkout;

use SendcloudServicePoints\Domain\Selection;

interface Choices {

	/** The choice to show for a package. */
	public function shown( Package $package ): ?Selection;

	/** Why a choice made before is not shown. */
	public function reason( Package $package ): ?InvalidSelection;

	/** The town that the package goes to now, when the choice was made for another; else empty. */
	public function moved_to( Package $package ): string;
}
