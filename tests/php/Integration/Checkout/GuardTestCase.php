<?php
/**
 * An order is placed by one of the two roads.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Checkout;

abstract class GuardTestCase extends CheckoutTestCase {

	protected const SESSION = 'sendcloud_service_points';

	/**
	 * Places an order by one of the two roads, and says why it was refused, or nothing.
	 *
	 * @param array<string, mixed> $fields Posted with the classic form only.
	 */
	protected function order_by( string $road, string $country = 'FR', array $fields = [] ): string {
		if ( 'classic' === $road ) {
			$answer = $this->submit_form( $country, $fields );

			return 'success' === $answer['result'] ? '' : trim( wp_strip_all_tags( $answer['messages'] ) );
		}

		$response = $this->place_order( $country );

		return 200 === $response->get_status() ? '' : $response->get_data()['message'];
	}

	public function roads(): array {
		return [
			'block checkout'   => [ 'store api' ],
			'classic checkout' => [ 'classic' ],
		];
	}
}
