<?php
/**
 * Each way Sendcloud can fail becomes the exception of that name.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Unit\Sendcloud;

use PHPUnit\Framework\TestCase;
use SendcloudServicePoints\Sendcloud\Exception\EndpointMissing;
use SendcloudServicePoints\Sendcloud\Exception\GeocoderUnavailable;
use SendcloudServicePoints\Sendcloud\Exception\InvalidCredentials;
use SendcloudServicePoints\Sendcloud\Exception\MalformedResponse;
use SendcloudServicePoints\Sendcloud\Exception\NotEnabled;
use SendcloudServicePoints\Sendcloud\Exception\NotFound;
use SendcloudServicePoints\Sendcloud\Exception\RateLimited;
use SendcloudServicePoints\Sendcloud\Exception\RejectedRequest;
use SendcloudServicePoints\Sendcloud\Exception\Unreachable;
use SendcloudServicePoints\Sendcloud\Response;
use SendcloudServicePoints\Sendcloud\SendcloudException;
use SendcloudServicePoints\Tests\Unit\Fixtures;

final class ResponseTest extends TestCase {

	use Fixtures;

	private const HTML = '<!doctype html><title>Bad gateway</title>';

	/**
	 * @dataProvider documented_errors
	 * @param class-string<SendcloudException> $expected
	 */
	public function test_documented_error( string $file, string $expected ): void {
		$status = (int) basename( $file );
		self::assertInstanceOf( $expected, self::failure( $status, self::fixture( "sendcloud/{$file}.json" ) ) );
	}

	/** @return array<string, array{string, class-string<SendcloudException>}> */
	public function documented_errors(): array {
		$errors = [
			'v3/errors/400-required'           => RejectedRequest::class,
			'v3/errors/400-invalid-choice'     => RejectedRequest::class,
			'v3/errors/400-mutually-exclusive' => RejectedRequest::class,
			'v3/errors/400-not-enabled'        => NotEnabled::class,
			'v3/errors/400-carrier'            => NotEnabled::class,
			'v3/errors/401'                    => InvalidCredentials::class,
			'v3/errors/404'                    => NotFound::class,
			'v3/errors/503-geocoder'           => GeocoderUnavailable::class,
			'v2/errors/400-required'           => RejectedRequest::class,
			'v2/errors/400-not-enabled'        => NotEnabled::class,
			'v2/errors/400-carrier'            => NotEnabled::class,
			'v2/errors/401'                    => InvalidCredentials::class,
			'v2/errors/404'                    => NotFound::class,
		];
		return array_combine( array_keys( $errors ), array_map( null, array_keys( $errors ), $errors ) );
	}

	/**
	 * @dataProvider other_failures
	 * @param class-string<SendcloudException> $expected
	 */
	public function test_undocumented_failure( int $status, string $body, string $expected ): void {
		self::assertInstanceOf( $expected, self::failure( $status, $body ) );
	}

	/** @return array<string, array{int, string, class-string<SendcloudException>}> */
	public function other_failures(): array {
		return [
			'forbidden'                   => [ 403, '', InvalidCredentials::class ],
			'429 with an empty body'      => [ 429, '', RateLimited::class ],
			'500 with HTML'               => [ 500, self::HTML, Unreachable::class ],
			'502'                         => [ 502, self::HTML, Unreachable::class ],
			'503 of a gateway'            => [ 503, self::HTML, Unreachable::class ],
			'404 of a proxy'              => [ 404, self::HTML, EndpointMissing::class ],
			'404 without a word'          => [ 404, '', EndpointMissing::class ],
			'400 of a firewall'           => [ 400, self::HTML, MalformedResponse::class ],
			'redirect'                    => [ 302, '', MalformedResponse::class ],
			'HTML instead of JSON'        => [ 200, self::HTML, MalformedResponse::class ],
			'empty'                       => [ 200, '', MalformedResponse::class ],
			'cut off'                     => [ 200, '{"data":{"results":[{"id":1', MalformedResponse::class ],
			'errors that are no list'     => [ 400, '{"errors":"many"}', MalformedResponse::class ],
			'errors of the wrong type'    => [ 401, '{"errors":[7]}', InvalidCredentials::class ],
		];
	}

	public function test_retry_after_is_passed_on(): void {
		$exception = ( static function (): ?SendcloudException {
			try {
				( new Response( 429, '', 7 ) )->json();
				return null;
			} catch ( SendcloudException $exception ) {
				return $exception;
			}
		} )();
		self::assertSame( 7, $exception?->retry_after() );
	}

	public function test_false_is_an_answer(): void {
		self::assertFalse( ( new Response( 200, 'false' ) )->json() );
	}

	public function test_what_the_shopper_typed_does_not_reach_the_log(): void {
		$body = '{"errors":[{"status":"400","code":"invalid","detail":"\"Secret Lane 5\" is not an address","source":{"parameter":"address"}}]}';
		self::assertStringNotContainsString( 'Secret Lane', self::failure( 400, $body )->getMessage() );
	}

	/** The table of docs/data-contract.md and the exceptions say the same. */
	public function test_the_error_table_of_the_data_contract(): void {
		$contract = (string) file_get_contents( dirname( __DIR__, 4 ) . '/docs/data-contract.md' );
		preg_match_all( '/^\| `(sendcloud_service_points_\w+)` \| (\d{3})/m', $contract, $rows );
		$documented = array_map( 'intval', array_combine( $rows[1], $rows[2] ) );
		// The plugin's own limit is no failure of Sendcloud.
		unset( $documented['sendcloud_service_points_too_many_requests'] );

		$thrown = [];
		foreach ( (array) glob( dirname( __DIR__, 4 ) . '/includes/Sendcloud/Exception/*.php' ) as $file ) {
			$class     = 'SendcloudServicePoints\\Sendcloud\\Exception\\' . basename( (string) $file, '.php' );
			$exception = new $class( '' );
			self::assertInstanceOf( SendcloudException::class, $exception );
			$thrown[ $exception->code() ] = $exception->status();
		}
		self::assertSame( 400, $thrown['rest_invalid_param'] );
		unset( $thrown['rest_invalid_param'] );

		ksort( $documented );
		ksort( $thrown );
		self::assertSame( $documented, $thrown );
	}

	private static function failure( int $status, string $body ): SendcloudException {
		try {
			( new Response( $status, $body ) )->json();
		} catch ( SendcloudException $exception ) {
			return $exception;
		}
		self::fail( 'It was taken for an answer.' );
	}
}
