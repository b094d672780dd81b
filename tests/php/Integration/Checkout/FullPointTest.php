<?php
/**
 * A point that takes no parcel now: said when it is chosen, asked again when the order is placed, and not asked about over and over.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Checkout;

use SendcloudServicePoints\Sendcloud\Budget;
use SendcloudServicePoints\Sendcloud\Urgency;
use SendcloudServicePoints\Services;
use SendcloudServicePoints\Tests\Integration\Clock;
use SendcloudServicePoints\Tests\Integration\SandboxRequests;

final class FullPointTest extends GuardTestCase {

	use SandboxRequests;

	private const FULL = 'sendcloud_service_points_unavailable';

	protected function setUp(): void {
		parent::setUp();
		$this->forget_answers();
		$this->reset_sandbox();
		Clock::advance( 60 - Clock::now() % 60 );
	}

	protected function tearDown(): void {
		$this->reset_sandbox();
		Clock::start();
		parent::tearDown();
	}

	public function test_it_is_refused_when_it_is_chosen_and_the_choice_before_stays(): void {
		$this->shop();
		$this->select( self::PARIS );
		$refusal = $this->select( self::UNAVAILABLE );
		self::assertSame( [ 400, self::FULL ], [ $refusal->get_status(), $refusal->get_data()['code'] ] );
		self::assertSame( self::PARIS, $this->extension( $this->store_api( 'GET', 'cart' ) )['packages']['0']['selection']['service_point']['id'] );
	}

	/** @dataProvider roads */
	public function test_one_that_has_filled_up_since_is_refused_when_the_order_is_placed( string $road ): void {
		$this->shop();
		self::assertSame( 200, $this->select( self::PARIS )->get_status() );
		$this->fault( [ 'fault' => 'full' ] );
		self::assertStringContainsString( 'does not accept parcels', $this->order_by( $road ) );
		$this->assert_nothing_ordered();

		$this->reset_sandbox();
		Clock::advance( 61 );
		self::assertSame( '', $this->order_by( $road ) );
	}

	public function test_that_it_is_full_is_remembered_for_a_minute(): void {
		$this->shop();
		$this->select( self::PARIS );
		$this->sandbox( 'DELETE', '/_requests' );
		$this->fault( [ 'fault' => 'full' ] );
		for ( $attempt = 0; $attempt < 25; $attempt++ ) {
			self::assertSame( self::FULL, $this->place_order()->get_data()['code'] );
			self::assertSame( self::FULL, $this->select( self::PARIS )->get_data()['code'] );
		}
		self::assertCount( 1, $this->requests( 'check-availability' ) );
		Clock::advance( 61 );
		$this->place_order();
		self::assertCount( 2, $this->requests( 'check-availability' ) );
	}

	/** @return array<string, array{array<string, mixed>}> */
	public function silences(): array {
		return [
			'an error'  => [ [ 'fault' => 'server_error' ] ],
			'the limit' => [ [ 'fault' => 'rate_limited' ] ],
			'a page'    => [ [ 'fault' => 'html' ] ],
			'a cut'     => [ [ 'fault' => 'cut' ] ],
		];
	}

	/**
	 * @dataProvider silences
	 * @param array<string, mixed> $fault
	 */
	public function test_when_sendcloud_does_not_answer_the_choice_and_the_order_stand( array $fault ): void {
		$this->shop();
		$this->fault( $fault + [ 'path' => 'check-availability' ] );
		self::assertSame( 200, $this->select( self::PARIS )->get_status() );
		self::assertSame( '', $this->order_by( 'block' ) );
	}

	public function test_when_the_accounts_requests_are_used_up_nobody_is_held_back(): void {
		$this->shop();
		for ( $request = 0; $request < 100; $request++ ) {
			( new Budget() )->spend( 'POST', Urgency::Person );
		}
		self::assertSame( 200, $this->select( self::PARIS )->get_status() );
		self::assertSame( '', $this->order_by( 'block' ) );
		self::assertSame( [], $this->requests( 'check-availability' ) );
	}

	public function test_one_visitors_choices_do_not_spend_the_accounts_requests(): void {
		$this->shop();
		$points = $this->rest(
			'GET',
			'/sendcloud-service-points/v1/service-points',
			[
				'country' => 'FR',
				'address' => '75010 Paris',
				'limit'   => 200,
			]
		)->get_data()['service_points'];
		self::assertGreaterThanOrEqual( 80, count( $points ) );
		$this->sandbox( 'DELETE', '/_requests' );
		$codes = [];
		foreach ( array_slice( $points, 0, 80 ) as $point ) {
			$codes[] = $this->select( $point['id'] )->get_status();
		}
		self::assertLessThanOrEqual( 20, count( $this->requests( 'check-availability' ) ) );
		self::assertLessThanOrEqual( 80, count( $this->requests() ) );
		self::assertContains( 503, $codes, 'Told to wait.' );
		self::assertSame( '', $this->order_by( 'block' ), 'An order is never held back for that.' );

		Clock::advance( 60 );
		$this->shop();
		self::assertSame( 200, $this->select( self::PARIS )->get_status() );
	}

	public function test_the_merchant_is_no_visitor(): void {
		add_filter( 'sendcloud_service_points_visitor_limit', static fn (): int => 1 );
		$validator = ( new Services( __FILE__ ) )->merchants_validator();
		$this->shop();
		$package = ( new Services( __FILE__ ) )->selections()->packages->get( '0' );
		foreach ( [ self::PARIS, self::PARIS_OTHER, self::QUOTED_NAME ] as $id ) {
			self::assertSame( $id, $validator->resolve( $package->rule( $package->relay_rate() ), $package->destination, $id, '' )->service_point->id );
		}
	}
}
