<?php
/**
 * Brings the carriers' pictures into the shop, in the background: soon after a carrier is first seen, and again once a month.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Marks;

use SendcloudServicePoints\Domain\SearchQuery;

/** @phpstan-import-type Mark from CarrierMarks */
final class MarkUpdates {

	/** Of the room that asks Sendcloud. */
	public const SEEN = 'sendcloud_service_points_carriers_seen';

	public const HOOK  = 'sendcloud_service_points_fetch_marks';
	public const GROUP = 'sendcloud-service-points-marks';

	/** More carriers than Sendcloud has points of: whatever it says, the shop keeps no more. */
	private const MAX = 60;

	/** Seconds after which a picture is looked at again. */
	private const FRESH = 30 * 86_400;

	/** Pictures in an action: each may take its time. */
	private const AT_ONCE = 4;

	/** Served by Apache and its like beside each picture. The file itself has nothing to run; this says so. */
	private const POLICY = "<IfModule mod_headers.c>\nHeader set Content-Security-Policy \"default-src 'none'; style-src 'unsafe-inline'; sandbox\"\nHeader set X-Content-Type-Options \"nosniff\"\n</IfModule>\n";

	public function __construct(
		private readonly CarrierMarks $marks,
		private readonly Download $download,
	) {}

	public function register(): void {
		add_action( self::SEEN, [ $this, 'note_seen' ] );
		add_action( self::HOOK, [ $this, 'update' ] );
	}

	/**
	 * A shopper waits: it is noted, and fetched later.
	 *
	 * @param mixed $seen Carrier code => address of its picture.
	 */
	public function note_seen( mixed $seen ): void {
		$known = $this->marks->all();
		$new   = [];
		foreach ( is_array( $seen ) ? $seen : [] as $code => $url ) {
			$is_code = 1 === preg_match( '/' . SearchQuery::CARRIER_PATTERN . '/D', (string) $code );
			if ( $is_code && is_string( $url ) && ( $known[ $code ]['source'] ?? '' ) !== $url && $this->download->is_allowed( $url ) ) {
				$new[ $code ] = [
					'source' => $url,
					'file'   => $known[ $code ]['file'] ?? '',
					'time'   => 0,
				];
			}
		}
		if ( [] !== $new && count( $new + $known ) <= self::MAX && function_exists( 'as_enqueue_async_action' ) ) {
			$this->marks->write( $new );
			$this->schedule();
		}
	}

	public function update(): void {
		$due = array_filter( $this->marks->all(), self::is_due( ... ) );
		foreach ( array_slice( $due, 0, self::AT_ONCE, true ) as $code => $mark ) {
			$picture      = $this->download->get( $mark['source'] );
			$mark['time'] = time();
			$mark['file'] = null === $picture ? $mark['file'] : $this->store( (string) $code, $mark['file'], $picture['extension'], $picture['bytes'] );
			$this->marks->write( [ $code => $mark ] );
		}
		if ( count( $due ) > self::AT_ONCE ) {
			$this->schedule();
		}
	}

	private function schedule(): void {
		as_enqueue_async_action( self::HOOK, [], self::GROUP, true );
	}

	/**
	 * What could not be had is tried again tomorrow.
	 *
	 * @param Mark $mark
	 */
	private static function is_due( array $mark ): bool {
		return '' !== $mark['source'] && time() - $mark['time'] >= ( '' === $mark['file'] ? DAY_IN_SECONDS : self::FRESH );
	}

	/** @return string The name of the file: another picture has another one, which no cache knows. */
	private function store( string $code, string $old, string $extension, string $bytes ): string {
		$folder = trailingslashit( (string) wp_get_upload_dir()['basedir'] ) . CarrierMarks::FOLDER;
		$file   = sanitize_file_name( "$code-" . substr( md5( $bytes ), 0, 8 ) . ".$extension" );
		// phpcs:disable WordPress.WP.AlternativeFunctions -- The uploads, which WordPress itself writes so.
		if ( ! wp_mkdir_p( $folder ) || false === file_put_contents( "$folder/$file", $bytes ) ) {
			return $old;
		}
		if ( ! file_exists( "$folder/.htaccess" ) ) {
			file_put_contents( "$folder/.htaccess", self::POLICY );
		}
		// phpcs:enable
		if ( '' !== $old && $old !== $file ) {
			wp_delete_file( "$folder/$old" );
		}
		return $file;
	}
}
