<?php
/**
 * One question about the shop, such as "does Sendcloud accept the keys?".
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics;

interface Check {

	/** Lower case, digits and hyphens; stays the same for ever. */
	public function id(): string;

	/** Translated: what is looked at, in a few words. */
	public function title(): string;

	public function group(): Group;

	/** May throw: the checkup turns that into "could not be checked". */
	public function run(): Finding;
}
