<?php
/**
 * What a problem is called, and what may be done about it.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Unit\Sendcloud;

use PHPUnit\Framework\TestCase;
use SendcloudServicePoints\Sendcloud\Problem;
use SendcloudServicePoints\Sendcloud\ProblemKind;
use SendcloudServicePoints\Sendcloud\SendcloudException;

final class ProblemTest extends TestCase {

	/** The table of docs/data-contract.md and the problems say the same. */
	public function test_the_error_table_of_the_data_contract(): void {
		$contract = (string) file_get_contents( dirname( __DIR__, 4 ) . '/docs/data-contract.md' );
		preg_match_all( '/^\| `(sendcloud_service_points_\w+)` \| (\d{3})/m', $contract, $rows );
		$documented = array_map( 'intval', array_combine( $rows[1], $rows[2] ) );

		$thrown = [];
		foreach ( Problem::cases() as $problem ) {
			$thrown[ $problem->code() ] = $problem->status();
		}
		self::assertSame( 400, $thrown['rest_invalid_param'] );
		unset( $thrown['rest_invalid_param'] );

		ksort( $documented );
		ksort( $thrown );
		self::assertSame( $documented, $thrown );
	}

	/** @dataProvider kinds */
	public function test_what_it_is_about( Problem $problem, ProblemKind $kind ): void {
		self::assertSame( $kind, $problem->kind() );
	}

	/** @return iterable<string, array{Problem, ProblemKind}> */
	public function kinds(): iterable {
		$kinds = [
			ProblemKind::Refusal->name    => [ Problem::NotFound, Problem::RejectedRequest, Problem::RefusedPayload ],
			ProblemKind::SetUp->name      => [ Problem::NotConfigured, Problem::NotEnabled, Problem::InvalidCredentials, Problem::EndpointMissing ],
			ProblemKind::Congestion->name => [ Problem::Busy, Problem::TooManyRequests, Problem::Deferred ],
			ProblemKind::Outage->name     => [ Problem::Unreachable, Problem::RateLimited, Problem::MalformedResponse, Problem::GeocoderUnavailable, Problem::StillProcessing ],
		];
		foreach ( ProblemKind::cases() as $kind ) {
			foreach ( $kinds[ $kind->name ] as $problem ) {
				yield $problem->name => [ $problem, $kind ];
			}
		}
		self::assertCount( count( Problem::cases() ), array_merge( ...array_values( $kinds ) ) );
	}

	public function test_sendclouds_word_when_to_come_back_goes_before_ours(): void {
		self::assertSame( 90, ( new SendcloudException( Problem::RateLimited, '', 90 ) )->retry_after() );
		self::assertSame( 30, ( new SendcloudException( Problem::RateLimited, '' ) )->retry_after() );
		self::assertNull( ( new SendcloudException( Problem::Unreachable, '' ) )->retry_after() );
	}
}
