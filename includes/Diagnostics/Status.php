<?php
/**
 * How bad a finding is.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics;

enum Status: string {

	/** Shoppers cannot choose a point, or orders go wrong. */
	case Critical = 'critical';

	/** Works, but not for everybody or not for long. */
	case Recommended = 'recommended';

	/** The check could not be made. */
	case Unknown = 'unknown';

	/** Nothing is wrong; good to know when something is. */
	case Info = 'info';

	case Good = 'good';

	public function label(): string {
		return match ( $this ) {
			self::Critical    => __( 'Critical', 'sendcloud-service-points' ),
			self::Recommended => __( 'Should be improved', 'sendcloud-service-points' ),
			self::Unknown     => __( 'Could not be checked', 'sendcloud-service-points' ),
			self::Info        => __( 'Good to know', 'sendcloud-service-points' ),
			self::Good        => __( 'Good', 'sendcloud-service-points' ),
		};
	}

	/** Whether there is something to do. */
	public function is_problem(): bool {
		return self::Good !== $this && self::Info !== $this;
	}

	/** @param list<self> $statuses */
	public static function worst( array $statuses ): self {
		foreach ( self::cases() as $case ) {
			if ( in_array( $case, $statuses, true ) ) {
				return $case;
			}
		}
		return self::Good;
	}
}
