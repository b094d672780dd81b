<?php
/**
 * A web server on this machine that stands where the shop's own would, and answers what a test tells it.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Diagnostics;

use RuntimeException;

final class WebServer {

	public readonly string $url;

	private readonly string $file;

	/** @var resource */
	private $process;

	/** @var array<string, array<string, mixed>> */
	private array $answers = [];

	public function __construct() {
		$this->file = (string) tempnam( sys_get_temp_dir(), 'scsp' );
		$this->url  = 'http://127.0.0.1:' . self::free_port();
		$this->answer( '/', 200, [], '<!DOCTYPE html><title>Checkout</title>' );
		$this->answer( '/wp-json/', 200, [ 'Content-Type' => 'application/json' ], '{"namespace":"sendcloud-service-points\/v1"}' );

		$pipes         = [];
		$this->process = proc_open( // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions
			[ PHP_BINARY, '-S', substr( $this->url, 7 ), __DIR__ . '/router.php' ],
			[ [ 'file', '/dev/null', 'r' ], [ 'file', '/dev/null', 'w' ], [ 'file', '/dev/null', 'w' ] ],
			$pipes,
			null,
			[ 'ANSWERS' => $this->file ] + getenv()
		);
		$patience      = 100;
		while ( is_wp_error( wp_remote_get( $this->url ) ) ) {
			if ( --$patience < 0 ) {
				throw new RuntimeException( 'The web server does not start.' );
			}
			usleep( 50_000 );
		}
	}

	/** @param array<string, string> $headers */
	public function answer( string $prefix, int $status, array $headers = [], string $body = '' ): void {
		$this->answers[ $prefix ] = [
			'status'  => $status,
			'headers' => $headers,
			'body'    => $body,
		];
		file_put_contents( $this->file, wp_json_encode( $this->answers ), LOCK_EX );
	}

	public function stop(): void {
		proc_terminate( $this->process );
		proc_close( $this->process );
		unlink( $this->file );
	}

	private static function free_port(): int {
		$socket = stream_socket_server( 'tcp://127.0.0.1:0' );
		$name   = (string) stream_socket_get_name( $socket, false );
		fclose( $socket ); // phpcs:ignore WordPress.WP.AlternativeFunctions
		return (int) substr( (string) strrchr( $name, ':' ), 1 );
	}
}
