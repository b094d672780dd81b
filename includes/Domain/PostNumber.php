<?php
/**
 * Whether a point asks the shopper for a DHL post number (Postnummer), and what one looks like.
 *
 * tests/fixtures/post-numbers.json holds this and its twin, src/lib/post-number.ts, to the same answers.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Domain;

enum PostNumber: string {

	case None     = 'none';
	case Optional = 'optional';
	case Required = 'required';

	/**
	 * Who asks for one; the first row that fits decides. Sendcloud: "to_post_number (only for DE DHL)"
	 * (sendcloud.dev/docs/service-points/integrating-servicepoints-in-your-flow), and of the orders API's field that it "only applies to
	 * PackStation service point types". POST Luxembourg's lockers, which know their customers by a number too, and those of other carriers
	 * have no row: no public document says where in a request to Sendcloud their number would stand.
	 */
	private const ASKED_BY = [
		// "Refused from the Packstation" without: developer.dhl.com/api-reference/parcel-de-postnumber-post-parcel-germany.
		[
			'carrier' => 'dhl',
			'country' => 'DE',
			'kinds'   => [ 'locker', 'packstation' ],
			'rule'    => self::Required,
		],
		// "Can optionally be set" for a Filiale or Paketshop: docs.fulfillmenttools.com, address formats for specific carriers.
		[
			'carrier' => 'dhl',
			'country' => 'DE',
			'kinds'   => [],
			'rule'    => self::Optional,
		],
	];

	public static function for_point( ServicePoint $point ): self {
		foreach ( self::ASKED_BY as [ 'carrier' => $carrier, 'country' => $country, 'kinds' => $kinds, 'rule' => $rule ] ) {
			if ( $point->is_of( $carrier, [ $country ], $kinds ) ) {
				return $rule;
			}
		}
		return self::None;
	}

	/** People type the number in groups, as on their DHL card: spaces and hyphens out. */
	public static function normalise( string $typed ): string {
		return preg_replace( '/[\s\p{Pd}]+/u', '', $typed ) ?? '';
	}

	public static function is_valid( string $normalised ): bool {
		return 1 === preg_match( '/^\d{6,10}$/D', $normalised );
	}
}
