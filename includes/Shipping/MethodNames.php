<?php
/**
 * Recognises a relay method by its name.
 *
 * What merchants call their own relay method, in the languages of Sendcloud's markets.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping;

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
		'Punto de recogida',
		'Entrega en punto de servicio',
		'Entrega en punto de recogida',
		// Italian.
		'Punto di ritiro',
		'Consegna a un punto di ritiro',
		'Consegna presso un punto di ritiro',
	];

	private mixed $filtered = null;

	/** @var list<string> */
	private array $normalised = [];

	/** @var array<string, bool> Of this request, by name: every rate of every cart refresh is compared. */
	private array $recognised = [];

	/** Whether the name is one of the list, or begins with one: "Point relais – Mondial Relay" is one too. */
	public function recognise( string $name ): bool {
		$known = $this->all();
		return $this->recognised[ $name ] ??= self::is_among( $known, self::normalise( $name ) );
	}

	/**
	 * Changes when the list does, so that what was cached of it can be told to be old.
	 */
	public function fingerprint(): string {
		return md5( implode( '|', $this->all() ) );
	}

	/** @return list<string> */
	private function all(): array {
		/**
		 * Filters the names by which a shipping method is recognised as delivery to a service point.
		 *
		 * @param list<string> $names Compared without case, accents and punctuation, with the beginning of a method's name.
		 */
		$names = apply_filters( 'sendcloud_service_points_method_names', self::NAMES );

		if ( $names !== $this->filtered ) {
			$this->filtered   = $names;
			$this->recognised = [];
			$this->normalised = array_values(
				array_filter(
					array_map( self::normalise( ... ), array_filter( is_array( $names ) ? $names : self::NAMES, 'is_string' ) ),
					static fn ( string $name ): bool => '' !== $name
				)
			);
		}

		return $this->normalised;
	}

	/** @param list<string> $known */
	private static function is_among( array $known, string $name ): bool {
		foreach ( $known as $start ) {
			if ( $name === $start || str_starts_with( $name, $start . ' ' ) ) {
				return true;
			}
		}
		return false;
	}

	private static function normalise( string $name ): string {
		$plain = strtolower( remove_accents( html_entity_decode( wp_strip_all_tags( $name ), ENT_QUOTES ) ) );

		return trim( (string) preg_replace( '/[^\p{L}\p{N}]+/u', ' ', $plain ) );
	}
}
