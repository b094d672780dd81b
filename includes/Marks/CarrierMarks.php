<?php
/**
 * The carriers' own pictures, as far as the shop has them: files of its own, so that no shopper's browser asks anybody else for them.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Marks;

use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Settings\Settings;

/**
 * `source`: where it comes from. `file`: its name, '' for none yet. `time`: when it was last asked for.
 *
 * @phpstan-type Mark array{source: string, file: string, time: int}
 */
final class CarrierMarks {

	/** Below the uploads of the site. */
	public const FOLDER = 'sendcloud-service-points';

	/** Read with all other options: pages that show a picker need it. */
	private const OPTION = Settings::PREFIX . 'marks';

	/** @return array<string, string> Carrier code => address of its picture. */
	public function urls(): array {
		$base = set_url_scheme( (string) wp_get_upload_dir()['baseurl'] ) . '/' . self::FOLDER . '/';
		$urls = array_map( static fn ( array $mark ): string => '' === $mark['file'] ? '' : $base . rawurlencode( $mark['file'] ), $this->all() );
		$urls = array_filter( $urls, static fn ( string $url ): bool => '' !== $url );
		/**
		 * Filters the pictures of carriers that shoppers and merchants see beside their names.
		 *
		 * @param array<string, string> $urls Carrier code => address. Take one out to show the name alone.
		 */
		$filtered = apply_filters( 'sendcloud_service_points_carrier_marks', $urls );
		return array_filter( is_array( $filtered ) ? $filtered : $urls, 'is_string' );
	}

	/** Escaped HTML; empty where there is none. The carrier's name stands beside it, so it says nothing to those who hear the page. */
	public function image( string $code ): string {
		$url = $this->urls()[ $code ] ?? '';
		return '' === $url ? '' : sprintf( '<img class="scsp-mark" src="%s" alt="" width="20" height="20" loading="lazy" />', esc_url( $url ) );
	}

	/** @return array<array-key, Mark> By carrier code. */
	public function all(): array {
		$stored = get_option( self::OPTION );
		if ( false === $stored ) {
			// Every checkout asks, and WordPress asks the database for an option that does not exist.
			add_option( self::OPTION, [] );
		}
		return array_map(
			static function ( mixed $mark ): array {
				$fields = Fields::from_data( $mark );
				return [
					'source' => $fields->string( 'source' ),
					'file'   => sanitize_file_name( $fields->string( 'file' ) ),
					'time'   => $fields->integer( 'time' ) ?? 0,
				];
			},
			is_array( $stored ) ? $stored : []
		);
	}

	/** @param array<array-key, Mark> $marks By carrier code; they take the place of what is known of these carriers. */
	public function write( array $marks ): void {
		update_option( self::OPTION, $marks + $this->all(), true );
	}
}
