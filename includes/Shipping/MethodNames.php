<?php
/**
 * Recognises a relay method by its name.
 *
 * What merchants call their own relay method, in the languages of Sendcloud's markets. A name that begins like one and goes on about the
 * shop itself is none: "Punto di ritiro in negozio".
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping;

use SendcloudServicePoints\Sendcloud\Carriers;

final class MethodNames {

	private const NAMES = [
		// English.
		'Service point',
		'Service point delivery',
		'Delivery to a service point',
		'Parcel shop delivery',
		'Pickup point delivery',
		// French.
		'Point relais',
		'Relais colis',
		'Livraison point relais',
		'Livraison en point relais',
		'Livraison en relais colis',
		'Retrait en point relais',
		// Dutch.
		'Servicepunt',
		'Servicepunt levering',
		'Levering op servicepunt',
		'Bezorgen bij een servicepunt',
		'Afhalen bij een servicepunt',
		// German.
		'Paketshop',
		'Paketshop Zustellung',
		'Lieferung an einen Paketshop',
		'Lieferung an eine Packstation',
		// Spanish.
		'Punto de servicio',
		'Entrega en punto de servicio',
		'Entrega en punto de recogida',
		// Italian.
		'Consegna a un punto di ritiro',
		'Consegna presso un punto di ritiro',
	];

	/** Also what people call a place of their own, or the shop next door: nothing may follow but carriers, times and prices. */
	private const AMBIGUOUS = [ 'Punto de recogida', 'Punto di ritiro' ];

	private mixed $filtered = null;

	/** @var array<string, bool> Normalised name => whether it says little by itself. */
	private array $normalised = [];

	/** @var array<string, bool> Of this request, by name: every rate of every cart refresh is compared. */
	private array $recognised = [];

	/** Whether the name is one of the list, or begins with one and means a carrier's point: "Point relais – Mondial Relay" does. */
	public function recognise( string $name ): bool {
		$known = $this->all();
		return $this->recognised[ $name ] ??= self::is_among( $known, self::normalise( $name ) );
	}

	/**
	 * Changes when the list does, so that what was cached of it can be told to be old.
	 */
	public function fingerprint(): string {
		return md5( (string) wp_json_encode( $this->all() ) );
	}

	/** @return array<string, bool> */
	private function all(): array {
		/**
		 * Filters the names by which a shipping method is recognised as delivery to a service point.
		 *
		 * @param list<string> $names Compared without case, accents and punctuation, with the beginning of a method's name.
		 */
		$names = apply_filters( 'sendcloud_service_points_method_names', [ ...self::NAMES, ...self::AMBIGUOUS ] );

		if ( $names !== $this->filtered ) {
			$this->filtered   = $names;
			$this->recognised = [];
			$this->normalised = [];
			foreach ( array_filter( is_array( $names ) ? $names : [ ...self::NAMES, ...self::AMBIGUOUS ], 'is_string' ) as $name ) {
				$this->normalised[ self::normalise( $name ) ] = in_array( $name, self::AMBIGUOUS, true );
			}
			unset( $this->normalised[''] );
		}

		return $this->normalised;
	}

	/** @param array<string, bool> $known */
	private static function is_among( array $known, string $name ): bool {
		foreach ( $known as $start => $is_ambiguous ) {
			if ( str_starts_with( "$name ", "$start " ) && self::can_follow( substr( $name, strlen( "$start " ) ), $is_ambiguous ) ) {
				return true;
			}
		}
		return false;
	}

	private static function can_follow( string $words, bool $is_ambiguous ): bool {
		return '' === $words
			|| ( new NameWords( array_map( self::normalise( ... ), array_values( Carriers::labels() ) ) ) )->mean_a_carriers_point( $words, $is_ambiguous );
	}

	/** Without case, accents, punctuation and tags. */
	private static function normalise( string $name ): string {
		$plain = strtolower( remove_accents( html_entity_decode( wp_strip_all_tags( $name ), ENT_QUOTES ) ) );

		return trim( (string) preg_replace( '/[^\p{L}\p{N}]+/u', ' ', $plain ) );
	}
}
