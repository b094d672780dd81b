<?php
/**
 * What Sendcloud has told this shop over its routes.
 *
 * Service points are on, off, or not known to be either: then nothing is hidden, since a shop with API keys alone is never told. Each fact
 * has an option of its own, so that calls at nearly the same time cannot undo each other.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\SendcloudPlugins\Connection;

use Closure;
use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Settings\Settings;
use WC_Cache_Helper;

final class Connection {

	/** What each page of wp-admin asks for. */
	public const ADMIN_OPTIONS = [ self::SWITCHED, self::ASKING ];

	/** Whether service points are on. An earlier version kept everything in it; the rest is still read there, and no longer written. */
	private const SWITCHED    = Settings::PREFIX . 'connection';
	private const INTEGRATION = Settings::PREFIX . 'connected_integration';
	private const ASKING      = Settings::PREFIX . 'asks_about_zones';
	private const ZONES       = Settings::PREFIX . 'zones_served';

	public function integration_id(): string {
		$id = $this->read( self::INTEGRATION, 'integration_id' );
		return is_scalar( $id ) ? (string) $id : '';
	}

	public function connect( string $integration_id ): void {
		$this->write( self::INTEGRATION, static fn (): string => $integration_id );
	}

	public function disconnect(): void {
		$this->connect( '' );
	}

	/** For those who ask on every cart: WordPress asks the database for an option that does not exist, each time. */
	public function store_default(): void {
		if ( false === get_option( self::SWITCHED ) ) {
			add_option( self::SWITCHED, [] );
		}
	}

	public function is_off(): bool {
		return 'off' === $this->switched()->string( 'service_points' );
	}

	/**
	 * The script is kept as the sign that service points are on, and never loaded: with a WooCommerce key, anybody could run what
	 * they like on the checkout. The picker is this plugin's own.
	 */
	public function switch_on( string $script_url ): void {
		$this->switch_to( 'on', $script_url );
	}

	public function switch_off(): void {
		$this->switch_to( 'off' );
	}

	/** Nothing is hidden until Sendcloud calls again. */
	public function reset_switch(): void {
		$this->switch_to( '' );
	}

	/** Whether the merchant is to be asked before methods are added to zones. */
	public function is_asking(): bool {
		return in_array( $this->read( self::ASKING, 'asks' ), [ 'yes', true ], true );
	}

	public function set_asking( bool $is_asking ): void {
		$this->write( self::ASKING, static fn (): string => $is_asking ? 'yes' : 'no' );
	}

	/** @return list<int> Zones that were given a method; one the merchant deletes stays deleted. */
	public function zones_served(): array {
		$zones = $this->read( self::ZONES, 'zones' );
		return is_array( $zones ) ? array_values( array_filter( $zones, 'is_int' ) ) : [];
	}

	/** Only for the one who adds methods: the list is read and written back. */
	public function mark_zone_served( int $zone_id ): void {
		$this->write( self::ZONES, fn (): array => array_values( array_unique( [ ...$this->zones_served(), $zone_id ] ) ) );
	}

	private function switched(): Fields {
		return Fields::from_data( get_option( self::SWITCHED ) );
	}

	private function switch_to( string $service_points, string $script_url = '' ): void {
		$this->write(
			self::SWITCHED,
			fn (): array => [
				'service_points' => $service_points,
				'script_url'     => $script_url,
			] + $this->switched()->data
		);
		// Rates are cached by it.
		WC_Cache_Helper::get_transient_version( 'shipping', true );
	}

	/** @param string $earlier Where an earlier version kept it. */
	private function read( string $option, string $earlier ): mixed {
		$value = get_option( $option );
		return false === $value ? $this->switched()->data[ $earlier ] ?? null : $value;
	}

	/** @param Closure(): mixed $value */
	private function write( string $option, Closure $value ): void {
		// Another request may have written since this one began. WordPress would compare with what it read then, and leave out the write.
		foreach ( [ $option, 'alloptions', 'notoptions' ] as $remembered ) {
			wp_cache_delete( $remembered, 'options' );
		}
		update_option( $option, $value() );
	}
}
