<?php
/**
 * What a page's Content-Security-Policy lets it load. In doubt it allows: a check must not alarm anybody without reason.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Probes;

final class ContentSecurityPolicy {

	/** What a missing directive is replaced by. */
	private const FALLBACKS = [
		'script-src-elem' => [ 'script-src', 'default-src' ],
		'worker-src'      => [ 'child-src', 'script-src', 'default-src' ],
		'connect-src'     => [ 'default-src' ],
		'style-src-elem'  => [ 'style-src', 'default-src' ],
	];

	/** @param list<array<string, list<string>>> $policies Directive => sources. All must allow. */
	private function __construct(
		private readonly array $policies,
		private readonly string $origin,
	) {}

	/**
	 * @param list<string> $headers Values of the header; each may hold several policies.
	 * @param string       $page    Address of the page.
	 */
	public static function of( array $headers, string $page ): self {
		$policies = [];
		foreach ( explode( ',', implode( ',', $headers ) ) as $text ) {
			$policy = [];
			foreach ( explode( ';', $text ) as $directive ) {
				$words = preg_split( '/\s+/', strtolower( trim( $directive ) ), -1, PREG_SPLIT_NO_EMPTY );
				if ( is_array( $words ) && [] !== $words ) {
					// The first of a name counts.
					$policy += [ $words[0] => array_slice( $words, 1 ) ];
				}
			}
			if ( [] !== $policy ) {
				$policies[] = $policy;
			}
		}
		return new self( $policies, self::origin( $page ) );
	}

	public function exists(): bool {
		return [] !== $this->policies;
	}

	public function allows( string $directive, string $url ): bool {
		foreach ( $this->policies as $policy ) {
			$sources = null;
			foreach ( [ $directive, ...( self::FALLBACKS[ $directive ] ?? [] ) ] as $name ) {
				$sources ??= $policy[ $name ] ?? null;
			}
			if ( null !== $sources && ! $this->matches_any( $sources, $url ) ) {
				return false;
			}
		}
		return true;
	}

	/** @param list<string> $sources */
	private function matches_any( array $sources, string $url ): bool {
		foreach ( $sources as $source ) {
			// Whether a script carries the nonce or the hash, or is loaded by one that does, is not to be seen from here.
			if ( 1 === preg_match( "/^'(nonce-|sha\d+-|strict-dynamic)/", $source ) || $this->matches( $source, $url ) ) {
				return true;
			}
		}
		return false;
	}

	private function matches( string $source, string $url ): bool {
		$scheme = (string) wp_parse_url( $url, PHP_URL_SCHEME );
		if ( "'self'" === $source ) {
			return self::origin( $url ) === $this->origin;
		}
		if ( '*' === $source || "{$scheme}:" === $source || ( 'http:' === $source && 'https' === $scheme ) ) {
			return true;
		}
		if ( 1 !== preg_match( '#^(?:([a-z][a-z0-9+.-]*)://)?(\*|(?:\*\.)?[a-z0-9.-]+)(?::(\d+|\*))?(/.*)?$#', $source, $parts ) ) {
			return false;
		}
		$host = strtolower( (string) wp_parse_url( $url, PHP_URL_HOST ) );
		$path = $parts[4] ?? '';
		return ( '' === $parts[1] || $parts[1] === $scheme || ( 'http' === $parts[1] && 'https' === $scheme ) )
			&& ( '*' === $parts[2] || $parts[2] === $host || ( str_starts_with( $parts[2], '*.' ) && str_ends_with( $host, substr( $parts[2], 1 ) ) ) )
			&& in_array( $parts[3] ?? '', [ '', '*', (string) self::port( $url ) ], true )
			&& self::matches_path( $path, strtolower( (string) wp_parse_url( $url, PHP_URL_PATH ) ) );
	}

	private static function matches_path( string $allowed, string $path ): bool {
		return '' === $allowed || ( str_ends_with( $allowed, '/' ) ? str_starts_with( $path, $allowed ) : $path === $allowed );
	}

	private static function port( string $url ): int {
		$port = wp_parse_url( $url, PHP_URL_PORT );
		return is_int( $port ) ? $port : ( 'https' === wp_parse_url( $url, PHP_URL_SCHEME ) ? 443 : 80 );
	}

	private static function origin( string $url ): string {
		return strtolower( wp_parse_url( $url, PHP_URL_SCHEME ) . '://' . wp_parse_url( $url, PHP_URL_HOST ) ) . ':' . self::port( $url );
	}
}
