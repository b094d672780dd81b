<?php
/**
 * Whether a real account's answers mean what Sendcloud's documents say, and so what this plugin takes them for.
 *
 * Nobody of us has an account: who has one runs `wp sendcloud doctor --live` and sends us what it prints. It changes nothing at Sendcloud
 * and names no key, address or person. In English whatever the shop's language, since we have to read it.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Live;

use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Sendcloud\SendcloudException;
use SendcloudServicePoints\Sendcloud\Transport;
use SendcloudServicePoints\Settings\Settings;

/** @phpstan-import-type Row from Tally */
final class LiveReport {

	private const LIMIT  = 50;
	private const RADIUS = 50_000;

	public function __construct(
		private readonly Transport $transport,
		private readonly Settings $settings,
	) {}

	/**
	 * Asks for the integrations, once for each of their carriers, once for all of them, and whether one point takes parcels. That last one
	 * is a POST, and reads all the same.
	 *
	 * @param string $country Where to search, as a code of two letters.
	 * @param string $address A town or a postcode is enough.
	 * @return list<Row>
	 */
	public function rows( string $country, string $address ): array {
		$tally    = new Tally();
		$carriers = $this->carriers( $tally );
		$shape    = new PointShape( $tally, $country );
		foreach ( $carriers as $carrier ) {
			$this->search( $tally, $shape, $country, $address, $carrier );
		}
		$this->search( $tally, $shape, $country, $address, null );
		$this->availability( $tally, $shape->last_id() );
		return $tally->rows();
	}

	/** @return list<string> */
	private function carriers( Tally $tally ): array {
		$json = $this->ask( $tally, '/integrations' );
		$list = Fields::from_data( $json )->data['data'] ?? null;
		$tally->judge( 'Integrations are a list in "data".', is_array( $list ) && array_is_list( $list ), get_debug_type( $list ) );
		$carriers = [];
		foreach ( is_array( $list ) ? $list : [] as $item ) {
			$fields = Fields::from_data( $item );
			foreach ( [ 'id' => 'int', 'type' => 'string', 'service_point_enabled' => 'bool', 'service_point_carriers' => 'array' ] as $name => $type ) { // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
				$seen = get_debug_type( $fields->data[ $name ] ?? null );
				$tally->judge( "An integration has \"$name\" ($type).", $seen === $type, $seen );
			}
			$tally->see( 'Kinds of integrations', $fields->string( 'type' ) );
			array_push( $carriers, ...$fields->strings( 'service_point_carriers' ) );
		}
		return array_values( array_unique( $carriers ) );
	}

	private function search( Tally $tally, PointShape $shape, string $country, string $address, ?string $carrier ): void {
		$json = $this->ask(
			$tally,
			'/service-points',
			[
				[ 'country_code', $country ],
				[ 'address', $address ],
				[ 'radius', (string) self::RADIUS ],
				[ 'limit', (string) self::LIMIT ],
				null === $carrier ? [ 'use_integration_carriers', 'true' ] : [ 'carrier_code', $carrier ],
			]
		);
		if ( null === $json ) {
			return;
		}
		$data      = Fields::from_data( $json )->at( 'data' );
		$results   = $data->data['results'] ?? null;
		$geocoding = $data->at( 'geocoding' );
		$points    = $data->items( 'results' );
		$tally->judge( 'A search answers a list in "data.results".', is_array( $results ) && array_is_list( $results ), get_debug_type( $results ) );
		$tally->judge( 'A search answers no more than its limit.', count( $points ) <= self::LIMIT, (string) count( $points ) );
		$tally->judge_value( 'How an address was understood ("geocoding.status")', $geocoding->data['status'] ?? null, [ 'matched', 'partially_matched', 'not_found' ] );
		$tally->judge_value( 'How precisely ("geocoding.precision")', $geocoding->data['precision'] ?? null, [ 'house_number', 'street', 'postal_code', 'city', 'region', null ] );

		$before = 0;
		foreach ( $points as $point ) {
			$fields   = Fields::from_data( $point );
			$code     = $fields->at( 'carrier' )->string( 'code' );
			$distance = $fields->integer( 'distance' ) ?? -1;
			$shape->judge( $fields );
			$tally->judge( 'Near a place the nearest comes first, with its distance.', $distance >= $before, "$distance m after $before m" );
			$tally->judge( 'A point is within the radius.', $distance <= self::RADIUS, "$distance m" );
			$tally->see( null === $carrier ? 'Carriers in an answer for all of the integration' : 'Carriers asked for, and those of the points', null === $carrier ? $code : "$carrier: $code" );
			$before = max( $before, $distance );
		}
		if ( [] === $points ) {
			$tally->see( 'Carriers without a point there', $carrier ?? 'all' );
		}
	}

	private function availability( Tally $tally, ?int $id ): void {
		if ( null === $id ) {
			$tally->see( 'Availability', 'not asked: there was no point' );
			return;
		}
		try {
			$json = $this->transport->check( $this->settings->v3_url() . "/service-points/$id/check-availability" );
			$seen = get_debug_type( Fields::from_data( $json )->at( 'data' )->data['is_available'] ?? null );
			$tally->judge( 'Availability is a boolean in "data.is_available".', 'bool' === $seen, $seen );
		} catch ( SendcloudException $exception ) {
			$tally->judge( 'Availability is answered.', false, $exception->getMessage() );
		}
	}

	/** @param list<array{string, string}> $parameters */
	private function ask( Tally $tally, string $path, array $parameters = [] ): mixed {
		try {
			$json = $this->transport->get( $this->settings->v3_url() . $path, $parameters );
			$tally->judge( "API v3 answers $path.", true );
			return $json;
		} catch ( SendcloudException $exception ) {
			$tally->judge( "API v3 answers $path.", false, $exception->getMessage() );
			return null;
		}
	}
}
