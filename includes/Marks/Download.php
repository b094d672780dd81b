<?php
/**
 * Fetches a carrier's picture from Sendcloud, and from nowhere else: without keys, without following anybody, and no more than a picture's worth.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Marks;

use SendcloudServicePoints\Settings\Settings;

final class Download {

	/** Sendcloud's own, and hosts below them. */
	private const HOSTS = [ 'sendcloud.com', 'sendcloud.sc' ];

	/** Sendcloud's icons have some kilobytes. */
	private const MAX_BYTES = 100 * 1024;

	private const MAX_PIXELS = 1024;

	/** Nobody waits, but the next picture does. */
	private const TIMEOUT = 5;

	private const EXTENSIONS = [
		'image/png'  => 'png',
		'image/jpeg' => 'jpg',
		'image/webp' => 'webp',
	];

	public function __construct( private readonly Settings $settings ) {}

	/** Whether it is an address of Sendcloud's, or of the host that stands in for it. */
	public function is_allowed( string $url ): bool {
		$parts = wp_parse_url( $url );
		if ( ! is_array( $parts ) || isset( $parts['user'] ) || isset( $parts['pass'] ) || strlen( $url ) > 500 ) {
			return false;
		}
		$host = strtolower( $parts['host'] ?? '' );
		foreach ( self::HOSTS as $allowed ) {
			if ( ( $host === $allowed || str_ends_with( $host, ".$allowed" ) ) && 'https' === ( $parts['scheme'] ?? '' ) && ! isset( $parts['port'] ) ) {
				return true;
			}
		}
		$origin = static fn ( array|false|null|int|string $of ): array => is_array( $of ) ? [ $of['scheme'] ?? '', $of['host'] ?? '', $of['port'] ?? 0 ] : [];
		return $origin( $parts ) === $origin( wp_parse_url( $this->settings->v3_url() ) );
	}

	/** @return array{extension: string, bytes: string}|null Null when there is no picture that can be shown. */
	public function get( string $url ): ?array {
		if ( ! $this->is_allowed( $url ) ) {
			return null;
		}
		$answer = wp_safe_remote_get(
			$url,
			[
				'timeout'             => self::TIMEOUT,
				'redirection'         => 0,
				'limit_response_size' => self::MAX_BYTES + 1,
			]
		);
		$bytes  = is_wp_error( $answer ) || 200 !== wp_remote_retrieve_response_code( $answer ) ? '' : wp_remote_retrieve_body( $answer );
		return '' === $bytes || strlen( $bytes ) > self::MAX_BYTES ? null : self::picture( $bytes );
	}

	/**
	 * What it is, its bytes say, whatever they are called.
	 *
	 * @return array{extension: string, bytes: string}|null
	 */
	private static function picture( string $bytes ): ?array {
		if ( str_contains( substr( $bytes, 0, 1024 ), '<' ) ) {
			$svg = SvgCleaner::clean( $bytes );
			return null === $svg ? null : [
				'extension' => 'svg',
				'bytes'     => $svg,
			];
		}
		$size      = getimagesizefromstring( $bytes );
		$extension = is_array( $size ) && max( $size[0], $size[1] ) <= self::MAX_PIXELS ? self::EXTENSIONS[ $size['mime'] ] ?? null : null;
		return null === $extension ? null : [
			'extension' => $extension,
			'bytes'     => $bytes,
		];
	}
}
