<?php
/**
 * Who listens to a hook, and in which file.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Probes;

use Closure;
use ReflectionException;
use ReflectionFunction;
use ReflectionFunctionAbstract;
use ReflectionMethod;
use WP_Hook;

final class HookCallbacks {

	/** @return list<string> File and line of each callback that is written in PHP; snippet plugins run code that has only their own. */
	public static function of( string $hook ): array {
		$found = [];
		foreach ( self::listeners( $hook ) as $listener ) {
			$function = self::reflect( $listener );
			$file     = null === $function ? false : $function->getFileName();
			if ( null !== $function && is_string( $file ) ) {
				$found[] = wp_normalize_path( $file ) . ':' . $function->getStartLine();
			}
		}
		return $found;
	}

	/** @param class-string $class_name Of the listening object. */
	public static function has( string $hook, string $class_name ): bool {
		foreach ( self::listeners( $hook ) as $listener ) {
			if ( is_array( $listener ) && ( $listener[0] ?? null ) instanceof $class_name ) {
				return true;
			}
		}
		return false;
	}

	/** @return list<mixed> */
	private static function listeners( string $hook ): array {
		global $wp_filter;
		$callbacks = is_array( $wp_filter ) && ( $wp_filter[ $hook ] ?? null ) instanceof WP_Hook ? $wp_filter[ $hook ]->callbacks : [];
		return array_column( array_merge( ...array_values( array_map( 'array_values', $callbacks ) ) ), 'function' );
	}

	private static function reflect( mixed $listener ): ?ReflectionFunctionAbstract {
		try {
			if ( is_string( $listener ) && str_contains( $listener, '::' ) ) {
				$listener = explode( '::', $listener, 2 );
			}
			return match ( true ) {
				is_array( $listener ) && isset( $listener[0], $listener[1] ) && ( is_object( $listener[0] ) || is_string( $listener[0] ) ) && is_string( $listener[1] )
					=> new ReflectionMethod( $listener[0], $listener[1] ),
				$listener instanceof Closure, is_string( $listener ) => new ReflectionFunction( $listener ),
				is_object( $listener )                                => new ReflectionMethod( $listener, '__invoke' ),
				default                                               => null,
			};
		} catch ( ReflectionException ) {
			// A callback that does not exist (yet).
			return null;
		}
	}
}
