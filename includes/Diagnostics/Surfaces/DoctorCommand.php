<?php
/**
 * `wp sendcloud doctor`.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Surfaces;

use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Checkup;
use SendcloudServicePoints\Diagnostics\Live\LiveReport;
use SendcloudServicePoints\Diagnostics\Result;
use SendcloudServicePoints\Diagnostics\Status;
use SendcloudServicePoints\Info;
use WP_CLI;
use function WP_CLI\Utils\format_items;

final class DoctorCommand {

	private const COLUMNS = [ 'id', 'status', 'summary', 'fix' ];

	public function __construct(
		private readonly Checkup $checkup,
		private readonly LiveReport $live,
	) {}

	public function register(): void {
		WP_CLI::add_command( 'sendcloud doctor', $this );
	}

	/**
	 * Says why shoppers see no service points, and what to do about it.
	 *
	 * Ends with 1 when something is critical, or with --strict when anything should be improved.
	 *
	 * ## OPTIONS
	 *
	 * [<check>...]
	 * : Ids of checks. Default: all.
	 *
	 * [--fix]
	 * : Repair what can be repaired.
	 *
	 * [--problems]
	 * : Leave out what is good.
	 *
	 * [--strict]
	 * : End with 1 also when something should be improved or could not be checked.
	 *
	 * [--live]
	 * : Instead of the checks: ask Sendcloud with this shop's account whether its answers mean what its documents say, for the makers of
	 * this plugin, who have no account. Changes nothing at Sendcloud: it asks for the integrations, once for each carrier's service points,
	 * and whether one point takes parcels (a POST, which only reads). The report names no key, address or person. Ends with 1 when
	 * anything differs.
	 *
	 * [--country=<code>]
	 * : Of --live: where to search, as a code of two letters. Default: the shop's country.
	 *
	 * [--near=<place>]
	 * : Of --live: a town or a postcode there. Default: the shop's.
	 *
	 * [--fields=<fields>]
	 * : Columns: id, title, group, status, summary, fix, details, links, seconds.
	 *
	 * [--format=<format>]
	 * : How to print it.
	 * ---
	 * default: table
	 * options:
	 *   - table
	 *   - json
	 *   - csv
	 *   - yaml
	 * ---
	 *
	 * ## EXAMPLES
	 *
	 *     wp sendcloud doctor
	 *     wp sendcloud doctor zones --fix
	 *     wp sendcloud doctor --format=json --strict
	 *     wp sendcloud doctor --live --country=FR --near=Lyon
	 *
	 * @param list<string>              $ids
	 * @param array<string, string|bool> $options
	 */
	public function __invoke( array $ids, array $options ): void {
		$format = is_string( $options['format'] ?? null ) ? $options['format'] : 'table';
		if ( isset( $options['live'] ) ) {
			$this->report( $options, $format );
			return;
		}
		$results = array_map( fn ( Check $check ): Result => $this->examine( $check, isset( $options['fix'] ) ), $this->chosen( $ids ) );
		$status  = Result::worst_status( $results );
		$shown   = array_filter( $results, static fn ( Result $result ): bool => ! isset( $options['problems'] ) || $result->finding->status->is_problem() );
		$rows    = array_map( static fn ( Result $result ): array => self::row( $result, 'json' !== $format ), array_values( $shown ) );
		$columns = 'json' === $format ? array_keys( $rows[0] ?? [] ) : self::COLUMNS;
		$fields  = is_string( $options['fields'] ?? null ) ? explode( ',', $options['fields'] ) : $columns;

		format_items( $format, $rows, $fields );
		WP_CLI::halt( Status::Critical === $status || ( isset( $options['strict'] ) && $status->is_problem() ) ? 1 : 0 );
	}

	/** @param array<string, string|bool> $options */
	private function report( array $options, string $format ): void {
		$country = is_string( $options['country'] ?? null ) ? strtoupper( $options['country'] ) : WC()->countries->get_base_country();
		$near    = is_string( $options['near'] ?? null ) ? $options['near'] : trim( WC()->countries->get_base_postcode() . ' ' . WC()->countries->get_base_city() );
		if ( '' === $near ) {
			WP_CLI::error( 'Where to search? Say --near=<place>, or set the shop\'s address.' );
		}
		$rows = $this->live->rows( $country, $near );
		if ( 'table' === $format ) {
			WP_CLI::log( sprintf( 'Sendcloud Service Points %s, PHP %s, WooCommerce %s, searched in %s.', Info::VERSION, PHP_VERSION, WC()->version, $country ) );
		}
		format_items( $format, $rows, [ 'verdict', 'meaning', 'details' ] );
		WP_CLI::halt( in_array( 'differs', array_column( $rows, 'verdict' ), true ) ? 1 : 0 );
	}

	/**
	 * @param list<string> $ids
	 * @return list<Check>
	 */
	private function chosen( array $ids ): array {
		$checks  = $this->checkup->checks();
		$unknown = array_diff( $ids, array_keys( $checks ) );
		if ( [] !== $unknown ) {
			WP_CLI::error( sprintf( 'No such check: %s. There are: %s.', implode( ', ', $unknown ), implode( ', ', array_keys( $checks ) ) ) );
		}
		return array_values( [] === $ids ? $checks : array_intersect_key( $checks, array_flip( $ids ) ) );
	}

	private function examine( Check $check, bool $fix ): Result {
		$result = $this->checkup->run( $check );
		return $fix && $result->can_fix() ? $this->checkup->fix( $check ) : $result;
	}

	/**
	 * @param bool $is_flat For formats whose cells hold text.
	 * @return array<string, mixed>
	 */
	private static function row( Result $result, bool $is_flat ): array {
		$row = $result->to_array();
		return ! $is_flat ? $row : [
			'details' => implode( "\n", $row['details'] ),
			'links'   => implode( "\n", array_column( $row['links'], 'url' ) ),
		] + array_diff_key( $row, [ 'fix_action' => null ] );
	}
}
