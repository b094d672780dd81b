<?php
/**
 * One question about the shop, such as "does Sendcloud accept the keys?".
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics;

abstract class Check {

	/** Lower case, digits and hyphens; stays the same for ever. */
	public const ID = '';

	/** Where it looks. */
	public const GROUP = Group::Shop;

	/** Whether it asks another server, or this one over the network: too slow for a page that prints its findings. */
	public const REMOTE = false;

	/** Whether it can repair what it finds; a finding offers that with Finding::fixable(). */
	public const FIXABLE = false;

	/** Translated: what is looked at, in a few words. */
	abstract public function title(): string;

	/** May throw: the checkup turns that into "could not be checked". */
	abstract public function run(): Finding;

	/** Repairs. Whoever calls has made sure that the user may: capability `manage_woocommerce`, and a nonce. */
	public function fix(): void {}
}
