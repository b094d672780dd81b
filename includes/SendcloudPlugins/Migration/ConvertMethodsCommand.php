<?php
/**
 * `wp sendcloud convert-methods`.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\SendcloudPlugins\Migration;

use WP_CLI;
use function WP_CLI\Utils\format_items;

final class ConvertMethodsCommand {

	public function __construct( private readonly MethodConversion $conversion ) {}

	public function register(): void {
		WP_CLI::add_command( 'sendcloud convert-methods', $this );
	}

	/**
	 * Converts shipping methods of Sendcloud's first plugin to "Service Point Delivery", in place and with all their settings.
	 *
	 * Without --yes it only says what it would do. It can be run again.
	 *
	 * ## OPTIONS
	 *
	 * [--yes]
	 * : Do it.
	 *
	 * ## EXAMPLES
	 *
	 *     wp sendcloud convert-methods
	 *     wp sendcloud convert-methods --yes
	 *
	 * @param list<string>               $ids
	 * @param array<string, string|bool> $options
	 */
	public function __invoke( array $ids, array $options ): void {
		$plan = $this->conversion->plan();
		if ( [] === $plan ) {
			WP_CLI::log( 'There is nothing to convert.' );
			return;
		}
		$rows = array_map( static fn ( Conversion $conversion ): array => $conversion->to_row(), $plan );
		format_items( 'table', $rows, [ 'zone', 'method', 'enabled', 'cost', 'carriers' ] );
		if ( ! isset( $options['yes'] ) ) {
			WP_CLI::log( 'Nothing has been changed. Convert them with --yes.' );
			return;
		}
		if ( ! $this->conversion->is_possible() ) {
			WP_CLI::error( 'Nobody answers for the new methods. Deactivate Sendcloud\'s first plugin or, beside its second one, switch on service points in Sendcloud.' );
		}
		WP_CLI::log( sprintf( 'Converted: %d.', count( $this->conversion->run() ) ) );
	}
}
