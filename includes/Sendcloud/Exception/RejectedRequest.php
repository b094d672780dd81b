<?php
/**
 * Sendcloud refuses the arguments of the search, although they have the right form.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud\Exception;

use SendcloudServicePoints\Sendcloud\SendcloudException;

final class RejectedRequest extends SendcloudException {

	/**
	 * @param string $parameter The argument at fault, '' when Sendcloud does not say.
	 * @param string $code Sendcloud's code, '' likewise. Its words are left out: they quote what the shopper typed.
	 */
	public static function because_of( string $parameter, string $code ): self {
		return new self( sprintf( 'Sendcloud refuses the request (parameter "%s", code "%s").', $parameter, $code ) );
	}

	public function code(): string {
		return 'rest_invalid_param';
	}

	public function status(): int {
		return 400;
	}

	public function shopper_message(): string {
		return __( 'We cannot search there. Please check the address, or try another place.', 'sendcloud-service-points' );
	}

	public function merchant_message(): string {
		return __( 'Sendcloud refused the request.', 'sendcloud-service-points' );
	}
}
