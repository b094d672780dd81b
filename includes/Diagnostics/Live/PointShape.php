<?php
/**
 * A service point as the document of API v3 describes it, held against those that come.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Live;

use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Domain\OpeningHours;

final class PointShape {

	/** By parent and name; '' is the point itself. */
	private const FIELDS = [
		''              => [
			'id'                       => [ 'int' ],
			'name'                     => [ 'string' ],
			'carrier'                  => [ 'array' ],
			'carrier_service_point_id' => [ 'string' ],
			'carrier_shop_type'        => [ 'string', 'null' ],
			'general_shop_type'        => [ 'string', 'null' ],
			'address'                  => [ 'array' ],
			'position'                 => [ 'array' ],
			'contact'                  => [ 'array' ],
			'opening_times'            => [ 'array' ],
			'is_open_tomorrow'         => [ 'bool' ],
			'next_open_at'             => [ 'string', 'null' ],
			'is_expired'               => [ 'bool' ],
			'distance'                 => [ 'int', 'null' ],
		],
		'carrier'       => [
			'code'     => [ 'string' ],
			'name'     => [ 'string' ],
			'logo_url' => [ 'string', 'null' ],
			'icon_url' => [ 'string', 'null' ],
		],
		'address'       => [
			'street'       => [ 'string' ],
			'house_number' => [ 'string' ],
			'postal_code'  => [ 'string' ],
			'city'         => [ 'string' ],
			'country_code' => [ 'string' ],
		],
		'position'      => [
			'latitude'  => [ 'float', 'int' ],
			'longitude' => [ 'float', 'int' ],
		],
		'contact'       => [
			'email' => [ 'string' ],
			'phone' => [ 'string' ],
		],
		'opening_times' => [
			'monday'    => [ 'array', 'null' ],
			'tuesday'   => [ 'array', 'null' ],
			'wednesday' => [ 'array', 'null' ],
			'thursday'  => [ 'array', 'null' ],
			'friday'    => [ 'array', 'null' ],
			'saturday'  => [ 'array', 'null' ],
			'sunday'    => [ 'array', 'null' ],
		],
	];

	private const KINDS = [ 'servicepoint', 'locker', 'post_office', 'carrier_depot', null ];

	private const TIME = '/^([01]\d|2[0-3]):[0-5]\d$/';

	private ?int $last_id = null;

	public function __construct(
		private readonly Tally $tally,
		private readonly string $country,
	) {}

	public function last_id(): ?int {
		return $this->last_id;
	}

	public function judge( Fields $point ): void {
		$this->last_id = $point->integer( 'id' ) ?? $this->last_id;
		foreach ( self::FIELDS as $parent => $names ) {
			// That it is missing is said of itself.
			if ( '' !== $parent && ! is_array( $point->data[ $parent ] ?? null ) ) {
				continue;
			}
			$this->judge_fields( '' === $parent ? $point : $point->at( $parent ), $parent, $names );
		}
		$this->tally->judge_value( 'Kinds of shop ("general_shop_type")', $point->data['general_shop_type'] ?? null, self::KINDS );
		$this->tally->judge( 'A point is in the country that was asked for.', $point->at( 'address' )->string( 'country_code' ) === $this->country, $point->at( 'address' )->string( 'country_code' ) );
		$this->tally->judge( 'A search of an area answers no expired point.', true !== ( $point->data['is_expired'] ?? null ), 'expired' );
		$this->judge_hours( $point->at( 'opening_times' ) );
		$this->judge_next_opening( $point->string( 'next_open_at' ) );
		foreach ( [ 'logo_url', 'icon_url' ] as $name ) {
			$url = $point->at( 'carrier' )->string( $name );
			$this->tally->see( 'Hosts of the carriers\' marks', '' === $url ? 'none' : (string) wp_parse_url( $url, PHP_URL_HOST ) );
		}
	}

	/** @param array<string, list<string>> $names Name => types. */
	private function judge_fields( Fields $fields, string $parent, array $names ): void {
		$path = '' === $parent ? '' : "$parent.";
		foreach ( $names as $name => $types ) {
			$type = array_key_exists( $name, $fields->data ) ? get_debug_type( $fields->data[ $name ] ) : 'missing';
			$this->tally->judge( 'A point has every field of the document, of its type.', in_array( $type, $types, true ), "$path$name is $type" );
		}
		foreach ( array_keys( array_diff_key( $fields->data, $names ) ) as $name ) {
			$this->tally->see( 'Fields that the document does not have', "$path$name" );
		}
	}

	private function judge_hours( Fields $week ): void {
		$intervals = 0;
		foreach ( OpeningHours::WEEKDAYS as $day ) {
			foreach ( $week->items( $day ) as $interval ) {
				$start = Fields::from_data( $interval )->string( 'start_time' );
				$end   = Fields::from_data( $interval )->string( 'end_time' );
				++$intervals;
				foreach ( [ $start, $end ] as $time ) {
					$this->tally->judge( 'Hours are written HH:MM.', 1 === preg_match( self::TIME, $time ), preg_replace( '/\d/', '9', $time ) ?? '' );
				}
				if ( $end <= $start ) {
					$this->tally->see( 'Hours that end before they begin', "$start-$end" );
				}
			}
		}
		if ( 0 === $intervals ) {
			$this->tally->see( 'Points without hours', [] === $week->data ? 'no days at all' : 'every day is null' );
		}
	}

	private function judge_next_opening( string $time ): void {
		if ( '' === $time ) {
			$this->tally->see( 'Next opening', 'null' );
			return;
		}
		$this->tally->judge(
			'The next opening is a time with the point\'s offset, and ahead.',
			1 === preg_match( '/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/', $time ) && strtotime( $time ) > time(),
			preg_replace( '/\d/', '9', $time ) ?? ''
		);
	}
}
