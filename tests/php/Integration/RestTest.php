<?php
/**
 * The public search as docs/data-contract.md promises it.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration;

use SendcloudServicePoints\Domain\SearchQuery;
use SendcloudServicePoints\Rest\SearchSchema;

final class RestTest extends RestTestCase {

	public function test_a_search_answers_points_nearest_first_in_the_promised_shape(): void {
		$response = $this->rest( 'GET', self::ROUTE, self::EINDHOVEN + [ 'limit' => 5 ] );
		$data     = self::decoded( $response );
		self::assertSame( 200, $response->get_status() );
		self::assertCount( 5, $data['service_points'] );
		self::assertTrue( rest_validate_value_from_schema( $data, SearchSchema::search_answer() ) );
		self::assertSame( 'matched', $data['geocoding']['status'] );

		$distances = array_column( $data['service_points'], 'distance' );
		$sorted    = $distances;
		sort( $sorted );
		self::assertSame( $sorted, $distances );
	}

	public function test_a_point_is_answered_in_the_promised_shape(): void {
		$data = self::decoded( $this->rest( 'GET', self::ROUTE . '/1000001' ) );
		self::assertSame( 'Stadhuisplein Parcel Shop', $data['service_point']['name'] );
		self::assertTrue( rest_validate_value_from_schema( $data, SearchSchema::find_answer() ) );
	}

	public function test_carriers_and_shop_types_narrow_the_search(): void {
		$search = self::EINDHOVEN + [
			'carriers'   => 'dhl,postnl',
			'shop_types' => [ 'locker' ],
		];
		$points = self::decoded( $this->rest( 'GET', self::ROUTE, $search ) )['service_points'];
		self::assertNotSame( [], $points );
		self::assertSame( [ 'locker' ], array_values( array_unique( array_column( $points, 'shop_type' ) ) ) );
		self::assertSame( [], array_diff( array_column( array_column( $points, 'carrier' ), 'code' ), [ 'dhl', 'postnl' ] ) );
	}

	public function test_what_is_left_out_is_not_asked_of_sendcloud_and_enough_is_left(): void {
		$search = self::EINDHOVEN + [
			'without_carriers'   => 'postnl',
			'without_shop_types' => [ 'locker' ],
			'limit'              => 10,
		];
		$points = self::decoded( $this->rest( 'GET', self::ROUTE, $search ) )['service_points'];
		self::assertCount( 10, $points );
		self::assertNotContains( 'locker', array_column( $points, 'shop_type' ) );
		self::assertNotContains( 'postnl', array_column( array_column( $points, 'carrier' ), 'code' ) );

		$query = $this->requests()[0]['query'];
		self::assertStringContainsString( 'use_integration_carriers=true', $query );
		self::assertStringContainsString( 'limit=200', $query );
		self::assertStringNotContainsString( 'carrier_code', $query );

		$this->rest( 'GET', self::ROUTE, [ 'without_carriers' => 'dhl' ] + $search );
		self::assertCount( 1, $this->requests(), 'Whatever is left out, the question is the same.' );
	}

	public function test_a_kind_of_point_that_answers_may_name_one_day_can_be_searched(): void {
		$found = self::decoded( $this->rest( 'GET', self::ROUTE, self::EINDHOVEN + [ 'shop_types' => 'drone_port,locker' ] ) );
		self::assertSame( [ 'locker' ], array_values( array_unique( array_column( $found['service_points'], 'shop_type' ) ) ) );
		self::assertStringNotContainsString( 'general_shop_type', $this->requests()[0]['query'] );
	}

	public function test_a_position_and_a_box_can_be_searched(): void {
		$near = $this->rest(
			'GET',
			self::ROUTE,
			[
				'country'   => 'NL',
				'latitude'  => '51.438',
				'longitude' => '5.4785',
				'limit'     => 1,
			]
		);
		self::assertSame( 1000001, self::decoded( $near )['service_points'][0]['id'] );
		self::assertNull( self::decoded( $near )['geocoding'] );

		$box    = [
			'north' => 51.46,
			'east'  => 5.50,
			'south' => 51.42,
			'west'  => 5.45,
		];
		$points = self::decoded( $this->rest( 'GET', self::ROUTE, [ 'country' => 'NL' ] + $box ) )['service_points'];
		self::assertNotSame( [], $points );
		foreach ( array_column( $points, 'position' ) as $position ) {
			self::assertGreaterThan( 51.42, $position['latitude'] );
			self::assertLessThan( 5.50, $position['longitude'] );
		}
	}

	/** @return array<string, array{array<string, mixed>, string, string}> */
	public function refused_arguments(): array {
		$nl  = [ 'country' => 'NL' ];
		$box = [
			'north' => 51.5,
			'east'  => 5.5,
			'south' => 51.4,
			'west'  => 5.4,
		];
		return [
			'no country'           => [ [ 'address' => 'Eindhoven' ], 'rest_missing_callback_param', 'country' ],
			'country name'         => [ [ 'country' => 'Netherlands' ] + self::EINDHOVEN, 'rest_invalid_param', 'country' ],
			'no place'             => [ $nl, 'rest_invalid_param', 'address' ],
			'two places'           => [ self::EINDHOVEN + $box, 'rest_invalid_param', 'address' ],
			'empty address'        => [ $nl + [ 'address' => '' ], 'rest_invalid_param', 'address' ],
			'blank address'        => [ $nl + [ 'address' => '   ' ], 'rest_invalid_param', 'address' ],
			'long address'         => [ $nl + [ 'address' => str_repeat( 'a', 201 ) ], 'rest_invalid_param', 'address' ],
			'half a position'      => [ $nl + [ 'latitude' => 51 ], 'rest_invalid_param', 'longitude' ],
			'position off Earth'   => [
				$nl + [
					'latitude'  => 91,
					'longitude' => 5,
				],
				'rest_invalid_param',
				'latitude',
			],
			'half a box'           => [ array_diff_key( $nl + $box, [ 'west' => 1 ] ), 'rest_invalid_param', 'west' ],
			'large box'            => [ [ 'south' => 50.0 ] + $nl + $box, 'rest_invalid_param', 'north' ],
			'box and radius'       => [ $nl + $box + [ 'radius' => 500 ], 'rest_invalid_param', 'radius' ],
			'radius'               => [ self::EINDHOVEN + [ 'radius' => 99 ], 'rest_invalid_param', 'radius' ],
			'limit'                => [ self::EINDHOVEN + [ 'limit' => 201 ], 'rest_invalid_param', 'limit' ],
			'carrier of its own'   => [ self::EINDHOVEN + [ 'carriers' => 'dhl,p?x=1' ], 'rest_invalid_param', 'carriers' ],
			'no kind of shop'      => [ self::EINDHOVEN + [ 'shop_types' => 'pub & grill' ], 'rest_invalid_param', 'shop_types' ],
			'carrier left out'     => [ self::EINDHOVEN + [ 'without_carriers' => 'dhl,p?x=1' ], 'rest_invalid_param', 'without_carriers' ],
			'kind left out'        => [ self::EINDHOVEN + [ 'without_shop_types' => 'pub & grill' ], 'rest_invalid_param', 'without_shop_types' ],
		];
	}

	/**
	 * @dataProvider refused_arguments
	 * @param array<string, mixed> $arguments
	 */
	public function test_arguments_that_make_no_sense_are_refused_without_asking_sendcloud( array $arguments, string $code, string $parameter ): void {
		$response = $this->rest( 'GET', self::ROUTE, $arguments );
		$data     = self::decoded( $response );
		self::assertSame( [ 400, $code ], [ $response->get_status(), $data['code'] ] );
		self::assertContains( $parameter, [ ...array_keys( $data['data']['params'] ), ...$data['data']['params'] ] );
		self::assertSame( [], $this->requests() );
	}

	/** @return array<string, array{string, string, int}> */
	public function faults(): array {
		return [
			'credentials'  => [ 'unauthorized', 'invalid_credentials', 503 ],
			'not enabled'  => [ 'not_enabled', 'not_enabled', 503 ],
			'geocoder'     => [ 'geocoder_down', 'geocoder_unavailable', 503 ],
			'rate limited' => [ 'rate_limited', 'rate_limited', 503 ],
			'error'        => [ 'server_error', 'unreachable', 503 ],
			'cut'          => [ 'cut', 'unreachable', 503 ],
			'HTML'         => [ 'html', 'malformed_response', 502 ],
		];
	}

	/** @dataProvider faults */
	public function test_a_failure_has_its_code_and_a_word_for_the_shopper( string $fault, string $code, int $status ): void {
		$this->fault( [ 'fault' => $fault ] );
		$response = $this->served( self::EINDHOVEN );
		$data     = self::decoded( $response );
		self::assertSame( [ $status, "sendcloud_service_points_{$code}" ], [ $response->get_status(), $data['code'] ] );
		self::assertSame( 'no-store', $response->get_headers()['Cache-Control'] );
		self::assertSame( 'rate_limited' === $code, isset( $response->get_headers()['Retry-After'] ) );
		self::assertDoesNotMatchRegularExpression( '/sendcloud|HTTP|API|JSON|geocod|\d{3}/i', $data['message'] );
	}

	public function test_who_tries_again_is_not_told_of_a_failure_that_is_over(): void {
		$this->fault( [ 'fault' => 'server_error' ] );
		self::assertSame( 503, $this->search( 'Eindhoven' )->get_status() );
		$this->reset_sandbox();

		self::assertSame( 503, $this->search( 'Eindhoven' )->get_status(), 'Those who come at once are told the same.' );
		self::assertSame( 200, $this->served( self::EINDHOVEN, [ 'Cache-Control' => 'no-cache' ] )->get_status() );
		self::assertSame( 200, $this->search( 'Eindhoven' )->get_status(), 'And all others have the answer.' );
	}

	public function test_without_keys(): void {
		update_option( 'sendcloud_service_points_public_key', '' );
		$response = $this->rest( 'GET', self::ROUTE, self::EINDHOVEN );
		self::assertSame( [ 503, 'sendcloud_service_points_not_configured' ], [ $response->get_status(), self::decoded( $response )['code'] ] );
	}

	public function test_a_point_that_does_not_exist(): void {
		$response = $this->rest( 'GET', self::ROUTE . '/1999999' );
		self::assertSame( [ 404, 'sendcloud_service_points_not_found' ], [ $response->get_status(), self::decoded( $response )['code'] ] );
		self::assertSame( 404, $this->rest( 'GET', self::ROUTE . '/0' )->get_status() );
		self::assertSame( 404, $this->rest( 'GET', self::ROUTE . '/1%20OR%201' )->get_status() );
	}

	public function test_a_browser_that_has_the_answer_is_told_so(): void {
		$first = $this->served( self::EINDHOVEN );
		$etag  = $first->get_headers()['ETag'];
		self::assertSame( 'public, max-age=300', $first->get_headers()['Cache-Control'] );

		$second = $this->served( self::EINDHOVEN, [ 'If-None-Match' => '"other", ' . $etag ] );
		self::assertSame( [ 304, null, $etag ], [ $second->get_status(), $second->get_data(), $second->get_headers()['ETag'] ] );

		$other = $this->served( [ 'limit' => 3 ] + self::EINDHOVEN, [ 'If-None-Match' => $etag ] );
		self::assertSame( 200, $other->get_status() );
	}

	public function test_a_remembered_answer_is_sent_as_it_is_kept(): void {
		$cold    = $this->sent( self::EINDHOVEN );
		$warm    = $this->sent( self::EINDHOVEN );
		$through = (string) wp_json_encode( $this->served( self::EINDHOVEN )->get_data() );
		self::assertSame( [ $through, $through ], [ $cold, $warm ] );
		self::assertCount( 50, json_decode( $warm, true )['service_points'] );
		self::assertSame( '{"service_point":{"id":1000001', substr( $this->sent( [], self::ROUTE . '/1000001' ), 0, 30 ) );
	}

	public function test_a_remembered_answer_costs_one_query(): void {
		global $wpdb;
		$this->served( self::EINDHOVEN );
		$queries = function (): int {
			global $wpdb;
			wp_cache_flush();
			wp_load_alloptions();
			// A request has them anyhow.
			wp_prime_option_caches( [ 'blog_charset' ] );
			$before = $wpdb->num_queries;
			self::assertSame( 200, $this->served( self::EINDHOVEN )->get_status() );
			return $wpdb->num_queries - $before;
		};
		$queries(); // The first makes the REST server.
		self::assertSame( 1, $queries() );
	}

	/** @return array<string, array{callable, array<string, string>, string}> */
	public function reshaped_answers(): array {
		$add = static fn ( callable $change ): callable => static fn () => add_filter(
			'rest_post_dispatch',
			static function ( $response ) use ( $change ) {
				$change( $response );
				return $response;
			}
		);
		return [
			'fewer fields'           => [ static fn () => null, [ '_fields' => 'geocoding' ], '(WordPress sends it)' ],
			'for people to read'     => [ static fn () => null, [ '_pretty' => '1' ], '(WordPress sends it)' ],
			'data replaced'          => [ $add( static fn ( $response ) => $response->set_data( [ 'mine' => 1 ] ) ), [], '(WordPress sends it){"mine":1}' ],
			'data read and added to' => [ $add( static fn ( $response ) => $response->set_data( $response->get_data() + [ 'mine' => 1 ] ) ), [], '"mine":1}' ],
			'added past the methods' => [ $add( static function ( $response ): void { $response->data['mine'] = 1; } ), [], '"mine":1}' ], // phpcs:ignore
			'a link added'           => [ $add( static fn ( $response ) => $response->add_link( 'up', 'https://example.com' ) ), [], '(WordPress sends it)' ],
			'a filter of the text'   => [ static fn () => add_filter( 'rest_pre_echo_response', static fn ( $data ) => $data ), [], '(WordPress sends it)' ],
		];
	}

	/** @dataProvider reshaped_answers */
	public function test_who_wants_another_shape_gets_it( callable $hook, array $arguments, string $expected ): void {
		$hook();
		self::assertStringContainsString( $expected, $this->sent( $arguments + self::EINDHOVEN ) );
	}

	public function test_a_search_needs_no_session_and_sets_no_cookie(): void {
		WC()->session = null;
		self::assertSame( 200, $this->rest( 'GET', self::ROUTE, self::EINDHOVEN )->get_status() );
		self::assertNull( WC()->session );
	}

	public function test_filters_change_the_search_and_the_answer(): void {
		add_filter(
			'sendcloud_service_points_search_query',
			static fn ( SearchQuery $query ): SearchQuery => SearchQuery::near_address( $query->country, (string) $query->address, [ 'postnl' ], [], null, 4 )
		);
		add_filter( 'sendcloud_service_points_results', static fn ( array $points ): array => array_reverse( $points ) );
		$points = self::decoded( $this->rest( 'GET', self::ROUTE, self::EINDHOVEN ) )['service_points'];
		self::assertCount( 4, $points );
		self::assertSame( [ 'postnl' ], array_values( array_unique( array_column( array_column( $points, 'carrier' ), 'code' ) ) ) );
		self::assertGreaterThan( $points[3]['distance'], $points[0]['distance'] );
	}

	public function test_a_filter_of_the_search_does_not_bring_back_what_is_left_out(): void {
		add_filter( 'sendcloud_service_points_search_query', static fn ( SearchQuery $query ): SearchQuery => SearchQuery::near_address( $query->country, (string) $query->address ) );
		$points = self::decoded( $this->rest( 'GET', self::ROUTE, self::EINDHOVEN + [ 'without_shop_types' => 'locker' ] ) )['service_points'];
		self::assertNotContains( 'locker', array_column( $points, 'shop_type' ) );
	}

	/** @return list<array{string}> */
	public function filters(): array {
		return [
			[ 'sendcloud_service_points_search_query' ],
			[ 'sendcloud_service_points_results' ],
			[ 'sendcloud_service_points_visitor_limit' ],
			[ 'sendcloud_service_points_visitor_address' ],
		];
	}

	/** @dataProvider filters */
	public function test_a_filter_that_answers_nonsense_breaks_nothing( string $filter ): void {
		add_filter( $filter, static fn (): string => 'nonsense' );
		self::assertSame( 200, $this->rest( 'GET', self::ROUTE, self::EINDHOVEN )->get_status() );
	}

	public function test_no_answer_holds_a_key(): void {
		$answers = '';
		foreach ( [ null, 'unauthorized', 'server_error', 'html', 'cut' ] as $fault ) {
			$this->reset_sandbox();
			if ( null !== $fault ) {
				$this->fault( [ 'fault' => $fault ] );
			}
			$answers .= wp_json_encode( [ $this->served( [ 'address' => "Eindhoven {$fault}" ] + self::EINDHOVEN ), $this->rest( 'OPTIONS', self::ROUTE ) ] );
		}
		self::assertStringNotContainsString( 'sandbox-', $answers );
		// The keys of HTTP Basic authentication begin so.
		self::assertStringNotContainsString( 'c2FuZGJveC1wdWJsaWM', $answers );
	}
}
