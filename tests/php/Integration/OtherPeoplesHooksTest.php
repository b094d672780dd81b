<?php
/**
 * A neighbour whose filter returns nothing, or something else than WordPress documents, must not become an error in our files.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration;

use Closure;
use ReflectionFunction;
use ReflectionFunctionAbstract;
use SendcloudServicePoints\Support\Trigger;
use Throwable;
use WP_Block_Type_Registry;

final class OtherPeoplesHooksTest extends TestCase {

	private const OURS = 'sendcloud_service_points_';

	protected function setUp(): void {
		parent::setUp();
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		require_once WC_ABSPATH . 'includes/admin/wc-admin-functions.php';
		rest_get_server();
		$this->wake_all();
	}

	public function test_callbacks_take_whatever_comes(): void {
		$narrow = [];
		foreach ( $this->callbacks() as $name => [ $callback, $accepted ] ) {
			foreach ( array_slice( self::reflect( $callback )->getParameters(), 0, $accepted ) as $parameter ) {
				$type = (string) ( $parameter->getType() ?? 'mixed' );
				if ( 'mixed' !== $type ) {
					$narrow[] = "$name: $type \${$parameter->getName()}";
				}
			}
		}
		self::assertSame( [], $narrow );
	}

	/** @return array<string, array{mixed}> */
	public function rubbish(): array {
		return [
			'nothing'       => [ null ],
			'an empty word' => [ '' ],
			'a list'        => [ [ [] ] ],
		];
	}

	/** @dataProvider rubbish */
	public function test_callbacks_live_through( mixed $rubbish ): void {
		wp_set_current_user( 1 );
		$died = [];
		foreach ( $this->callbacks() as $name => [ $callback, $accepted ] ) {
			$count = min( $accepted, self::reflect( $callback )->getNumberOfParameters() );
			if ( 0 === $count ) {
				continue;
			}
			ob_start();
			try {
				$callback( ...array_fill( 0, $count, $rubbish ) );
			} catch ( Throwable $error ) {
				$died[] = "$name: {$error->getMessage()}";
			} finally {
				ob_end_clean();
			}
		}
		self::assertSame( [], $died );
	}

	/** @return array<string, array{callable, int}> Ours on hooks that are not, and how many arguments they get. */
	private function callbacks(): array {
		$found = [];
		foreach ( $GLOBALS['wp_filter'] as $hook => $registered ) {
			foreach ( str_starts_with( $hook, self::OURS ) ? [] : $registered->callbacks as $callbacks ) {
				foreach ( $callbacks as [ 'function' => $callback, 'accepted_args' => $accepted ] ) {
					if ( is_callable( $callback ) && $this->is_ours( $callback ) ) {
						$found[ "$hook → " . self::name( $callback ) ] = [ $callback, $accepted ];
					}
				}
			}
		}
		$locator          = WP_Block_Type_Registry::get_instance()->get_registered( 'sendcloud-service-points/locator' );
		$found['locator'] = [ $locator->render_callback, 1 ];
		self::assertGreaterThan( 80, count( $found ) );
		return $found;
	}

	private function is_ours( callable $callback ): bool {
		return str_starts_with( (string) self::reflect( $callback )->getFileName(), dirname( __DIR__, 3 ) . '/includes/' );
	}

	private static function name( callable $callback ): string {
		$reflection = self::reflect( $callback );
		return basename( (string) $reflection->getFileName(), '.php' ) . "::{$reflection->getName()}()";
	}

	private static function reflect( callable $callback ): ReflectionFunctionAbstract {
		return new ReflectionFunction( Closure::fromCallable( $callback ) );
	}

	/** What is made only when its hook fires. */
	private function wake_all(): void {
		do {
			$found = false;
			foreach ( $GLOBALS['wp_filter'] as $hook ) {
				foreach ( $hook->callbacks[ PHP_INT_MIN ] ?? [] as [ 'function' => $callback ] ) {
					if ( is_array( $callback ) && $callback[0] instanceof Trigger ) {
						$callback[0]->wake();
						$found = true;
					}
				}
			}
		} while ( $found );
	}
}
