<?php
/**
 * Each way Sendcloud can fail becomes the problem of that name.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Unit\Sendcloud;

use PHPUnit\Framework\TestCase;
use SendcloudServicePoints\Sendcloud\Problem;
use SendcloudServicePoints\Sendcloud\Response;
use SendcloudServicePoints\Sendcloud\SendcloudException;
use SendcloudServicePoints\Tests\Unit\Fixtures;

final class ResponseTest extends TestCase {

	use Fixtures;

	private const HTML = '<!doctype html><title>Bad gateway</title>';

	/** @dataProvider documented_errors */
	public function test_documented_error( string $file, Problem $expected ): void {
		$status = (int) basename( $file );
		self::assertSame( $expected, self::failure( $status, self::fixture( "sendcloud/{$file}.json" ) )->problem );
	}

	/** @return array<string, array{string, Problem}> */
	public function documented_errors(): array {
		$errors = [
			'v3/errors/400-required'           => Problem::RejectedRequest,
			'v3/errors/400-invalid-choice'     => Problem::RejectedRequest,
			'v3/errors/400-mutually-exclusive' => Problem::RejectedRequest,
			'v3/errors/400-not-enabled'        => Problem::NotEnabled,
			'v3/errors/400-carrier'            => Problem::NotEnabled,
			'v3/errors/401'                    => Problem::InvalidCredentials,
			'v3/errors/404'                    => Problem::NotFound,
			'v3/errors/503-geocoder'           => Problem::GeocoderUnavailable,
			'v2/errors/400-required'           => Problem::RejectedRequest,
			'v2/errors/400-not-enabled'        => Problem::NotEnabled,
			'v2/errors/400-carrier'            => Problem::NotEnabled,
			'v2/errors/401'                    => Problem::InvalidCredentials,
			'v2/errors/404'                    => Problem::NotFound,
		];
		return array_combine( array_keys( $errors ), array_map( null, array_keys( $errors ), $errors ) );
	}

	/** @dataProvider other_failures */
	public function test_undocumented_failure( int $status, string $body, Problem $expected ): void {
		self::assertSame( $expected, self::failure( $status, $body )->problem );
	}

	/** @return array<string, array{int, string, Problem}> */
	public function other_failures(): array {
		return [
			'forbidden'                   => [ 403, '', Problem::InvalidCredentials ],
			'429 with an empty body'      => [ 429, '', Problem::RateLimited ],
			'500 with HTML'               => [ 500, self::HTML, Problem::Unreachable ],
			'502'                         => [ 502, self::HTML, Problem::Unreachable ],
			'503 of a gateway'            => [ 503, self::HTML, Problem::Unreachable ],
			'404 of a proxy'              => [ 404, self::HTML, Problem::EndpointMissing ],
			'404 without a word'          => [ 404, '', Problem::EndpointMissing ],
			'400 of a firewall'           => [ 400, self::HTML, Problem::MalformedResponse ],
			'redirect'                    => [ 302, '', Problem::MalformedResponse ],
			'HTML instead of JSON'        => [ 200, self::HTML, Problem::MalformedResponse ],
			'empty'                       => [ 200, '', Problem::MalformedResponse ],
			'cut off'                     => [ 200, '{"data":{"results":[{"id":1', Problem::MalformedResponse ],
			'errors that are no list'     => [ 400, '{"errors":"many"}', Problem::MalformedResponse ],
			'errors of the wrong type'    => [ 401, '{"errors":[7]}', Problem::InvalidCredentials ],
			// The document allows one error without a list around it, and names no answer to what only a status is for.
			'one error without a list'    => [ 404, '{"errors":{"status":"404","code":"not_found","detail":"The service point could not be found"}}', Problem::NotFound ],
			'a code without a source'     => [ 400, '{"errors":[{"status":"400","code":"invalid","detail":"No","source":null}]}', Problem::RejectedRequest ],
			'405 as documented'           => [ 405, '{"errors":[{"status":"405","code":"invalid","detail":"Method not allowed"}]}', Problem::RejectedRequest ],
			'422 as documented'           => [ 422, '{"errors":[{"status":"422","code":"invalid","detail":"No","source":{"pointer":"/data"}}]}', Problem::RefusedPayload ],
			'403 as documented'           => [ 403, '{"errors":[{"status":"403","code":"forbidden","detail":"Not yours"}]}', Problem::InvalidCredentials ],
			'403 of a firewall'           => [ 403, self::HTML, Problem::MalformedResponse ],
			'429 with a page'             => [ 429, self::HTML, Problem::RateLimited ],
			'null in place of errors'     => [ 400, '{"errors":null}', Problem::MalformedResponse ],
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

	public function test_a_refused_payload_says_which_part_and_keeps_its_words_out_of_the_log(): void {
		$body    = '{"errors":[{"status":"400","detail":"Secret Lane 5 is too long","source":{"pointer":"/data/[1]/address"}}]}';
		$refusal = self::failure( 400, $body );
		self::assertSame( Problem::RefusedPayload, $refusal->problem );
		self::assertSame(
			[
				[
					'pointer' => '/data/[1]/address',
					'detail'  => 'Secret Lane 5 is too long',
				],
			],
			$refusal->complaints
		);
		self::assertStringNotContainsString( 'Secret Lane', $refusal->getMessage() );
	}

	public function test_a_part_is_named_although_the_first_complaint_names_none(): void {
		$body = '{"errors":[{"status":"400","code":"invalid","detail":"Two mistakes"},{"status":"400","code":"invalid","detail":"Field required","source":{"pointer":"/data/attributes/[3]/order_id"}}]}';
		self::assertSame( [ '', '/data/attributes/[3]/order_id' ], array_column( self::failure( 400, $body )->complaints, 'pointer' ) );
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
