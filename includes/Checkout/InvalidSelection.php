<?php
/**
 * Why a service point cannot be taken. The message is for the shopper: what is wrong and what to do about it.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Checkout;

use Automattic\WooCommerce\StoreApi\Exceptions\RouteException;
use RuntimeException;
use SendcloudServicePoints\Sendcloud\SendcloudException;

final class InvalidSelection extends RuntimeException {

	/** Where the block checkout shows an error of ours. */
	private const NOTICES = 'wc/checkout/shipping-methods';

	/**
	 * @param string     $package_id The shipping package that lacks a valid point.
	 * @param list<self> $each       Where several do.
	 */
	private function __construct(
		private readonly string $reason,
		string $message,
		private readonly int $status = 400,
		public readonly string $package_id = '',
		private readonly array $each = [],
	) {
		parent::__construct( $message );
	}

	public static function missing(): self {
		return new self( 'missing', __( 'Please choose a service point.', 'sendcloud-service-points' ) );
	}

	/** Of an order that exists already. */
	public static function missing_on_order(): self {
		return new self( 'missing', __( 'Please choose a service point for this order before you pay for it.', 'sendcloud-service-points' ) );
	}

	public static function not_found(): self {
		return new self( 'not_found', __( 'This service point no longer exists. Please choose another one.', 'sendcloud-service-points' ) );
	}

	public static function other_country(): self {
		return new self( 'other_country', __( 'The service point is not in the country you have the order sent to. Please choose another one.', 'sendcloud-service-points' ) );
	}

	public static function other_zone(): self {
		return new self( 'other_zone', __( 'The delivery to this service point has another price than the one to your address. Please choose another one.', 'sendcloud-service-points' ) );
	}

	public static function other_carrier(): self {
		return new self( 'other_carrier', __( 'The shipping method you chose does not deliver to this service point. Please choose another one.', 'sendcloud-service-points' ) );
	}

	public static function no_locker(): self {
		return new self( 'no_locker', __( 'Your order cannot be sent to a locker. Please choose another service point.', 'sendcloud-service-points' ) );
	}

	public static function too_large(): self {
		return new self( 'too_large', __( 'Your order is too heavy or too large for this service point\'s carrier. Please choose another one.', 'sendcloud-service-points' ) );
	}

	public static function unavailable(): self {
		return new self( 'unavailable', __( 'This service point does not accept parcels at the moment. Please choose another one.', 'sendcloud-service-points' ) );
	}

	public static function post_number_missing(): self {
		return new self( 'post_number_missing', __( 'This service point needs your DHL post number. Please choose it again and enter the number.', 'sendcloud-service-points' ) );
	}

	public static function post_number_invalid(): self {
		return new self( 'post_number_invalid', __( 'A DHL post number has 6 to 10 digits. Please correct it.', 'sendcloud-service-points' ) );
	}

	/** @param string $hint Which carrier needs it. */
	public static function telephone_missing( string $hint ): self {
		/* translators: %s: which carrier needs a telephone number. */
		return new self( 'telephone_missing', sprintf( __( '%s Please enter it with your address.', 'sendcloud-service-points' ), $hint ) );
	}

	public static function not_needed(): self {
		return new self( 'not_needed', __( 'The shipping method you chose does not deliver to a service point.', 'sendcloud-service-points' ) );
	}

	/** With this status the Store API answers with the cart as it is now. */
	public static function lost(): self {
		return new self( 'lost', __( 'The delivery you chose is no longer possible. Please look at the delivery and the total again before you order.', 'sendcloud-service-points' ), 409 );
	}

	/** The same, where the page showed another delivery, point or price: another tab has had its way, or the shop. */
	public static function changed(): self {
		return new self( 'lost', __( 'The delivery or the total is another one now than this page showed. Please look at them again before you order.', 'sendcloud-service-points' ), 409 );
	}

	public static function unanswered( SendcloudException $exception ): self {
		return new self( 'unreachable', $exception->shopper_message(), 503 );
	}

	/** @param string $name Of the package, where there are others. */
	public function in_package( string $package_id, string $name = '' ): self {
		/* translators: 1: a shipping package, e.g. "Shipping 2", 2: what is wrong with its service point. */
		$message = '' === $name ? $this->getMessage() : sprintf( __( '%1$s: %2$s', 'sendcloud-service-points' ), $name, $this->getMessage() );

		return new self( $this->reason, $message, $this->status, $package_id );
	}

	/**
	 * One for all packages that lack a valid point.
	 *
	 * @param non-empty-list<self> $problems
	 */
	public static function together( array $problems ): self {
		$messages = array_map( static fn ( self $problem ): string => $problem->getMessage(), $problems );

		return new self( $problems[0]->reason, implode( ' ', $messages ), $problems[0]->status, $problems[0]->package_id, $problems );
	}

	/** @return list<self> One for each package. */
	public function each(): array {
		return [] === $this->each ? [ $this ] : $this->each;
	}

	/** Whether the cart is not the one that the shopper saw. */
	public function is_of_another_cart(): bool {
		return 'lost' === $this->reason;
	}

	/** As the Store API wants it. */
	public function to_route_exception(): RouteException {
		return new RouteException( $this->code(), esc_html( $this->getMessage() ), $this->status, [ 'context' => self::NOTICES ] );
	}

	/**
	 * The code in the Store API's and wc-ajax' answers.
	 */
	public function code(): string {
		return "sendcloud_service_points_$this->reason";
	}

	/**
	 * The HTTP status that fits.
	 */
	public function status(): int {
		return $this->status;
	}
}
