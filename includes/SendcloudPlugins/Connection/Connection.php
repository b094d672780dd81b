<?php
/**
 * What Sendcloud has told this shop over its routes.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\SendcloudPlugins\Connection;

use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Settings\Settings;

/**
 * Service points are on, off, or nobody has said: then nothing is hidden, since a shop with API keys alone is never told.
 */
final class Connection {

	public const OPTION = Settings::PREFIX . 'connection';

	public function integration_id(): string {
		return $this->stored()->string( 'integration_id' );
	}

	public function connect( string $integration_id ): void {
		$this->store( [ 'integration_id' => $integration_id ] );
	}

	public function disconnect(): void {
		$this->store( [ 'integration_id' => '' ] );
	}

	public function is_off(): bool {
		return 'off' === $this->stored()->string( 'service_points' );
	}

	/**
	 * The script is kept as the sign that service points are on, and never loaded: whoever holds a WooCommerce key could run what
	 * they like on the checkout. The picker is this plugin's own.
	 */
	public function switch_on( string $script_url ): void {
		$this->store(
			[
				'service_points' => 'on',
				'script_url'     => $script_url,
			]
		);
	}

	public function switch_off(): void {
		$this->store(
			[
				'service_points' => 'off',
				'script_url'     => '',
			]
		);
	}

	/** As if nobody had said. */
	public function forget_switch(): void {
		$this->store( [ 'service_points' => '' ] );
	}

	/** Whether the merchant is to be asked before methods are added to zones. */
	public function is_asking(): bool {
		return $this->stored()->boolean( 'asks', false );
	}

	public function ask( bool $asks ): void {
		$this->store( [ 'asks' => $asks ] );
	}

	/** @return list<int> Zones that were given a method; one the merchant deletes stays deleted. */
	public function furnished_zones(): array {
		return array_values( array_filter( $this->stored()->list( 'zones' ), 'is_int' ) );
	}

	public function furnish( int $zone_id ): void {
		$this->store( [ 'zones' => array_values( array_unique( [ ...$this->furnished_zones(), $zone_id ] ) ) ] );
	}

	private function stored(): Fields {
		return Fields::of( get_option( self::OPTION ) );
	}

	/** @param array<string, mixed> $changes */
	private function store( array $changes ): void {
		update_option( self::OPTION, $changes + $this->stored()->data );
		// Rates are cached by it.
		\WC_Cache_Helper::get_transient_version( 'shipping', true );
	}
}
