<?php
/**
 * Drop-in: WordPress' object cache in Redis. As much of one as the benchmark needs: one site, one server.
 */

declare( strict_types=1 );

// phpcs:disable WordPress.PHP.DiscouragedPHPFunctions, WordPress.WP.GlobalVariablesOverride -- As every object cache does.

final class Bench_Object_Cache {

	public readonly Redis $redis;
	private array $known = [];
	private array $local = [ 'counts', 'plugins', 'theme_json' ];

	public function __construct() {
		$this->redis = new Redis();
		$this->redis->connect( '127.0.0.1', (int) getenv( 'BENCH_REDIS_PORT' ) );
	}

	public function get( $key, $group = '', $force = false, &$found = null ): mixed {
		return $this->get_multiple( [ $key ], $group, $force, $found )[ $key ];
	}

	public function get_multiple( $keys, $group = '', $force = false, &$found = null ): array {
		$names   = array_combine( $keys, array_map( fn ( $key ): string => $this->name( $key, $group ), $keys ) );
		$unknown = array_values( $this->is_local( $group ) ? [] : ( $force ? $names : array_filter( $names, fn ( string $name ): bool => ! array_key_exists( $name, $this->known ) ) ) );
		foreach ( [] === $unknown ? [] : array_combine( $unknown, $this->redis->mGet( $unknown ) ) as $name => $stored ) {
			// What is not there is remembered too, as null.
			$this->known[ $name ] = false === $stored ? null : [ is_numeric( $stored ) ? (int) $stored : unserialize( $stored ) ];
		}
		$found = isset( $this->known[ end( $names ) ] );
		return array_map( fn ( string $name ): mixed => isset( $this->known[ $name ] ) ? $this->copy( $this->known[ $name ][0] ) : false, $names );
	}

	/** @param array $options Redis' own: NX, XX. */
	public function set( $key, $value, $group = '', $seconds = 0, array $options = [] ): bool {
		$name  = $this->name( $key, $group );
		$value = $this->copy( $value );
		if ( $this->is_local( $group ) ) {
			if ( [] !== $options && ( [ 'nx' ] === $options ) === isset( $this->known[ $name ] ) ) {
				return false;
			}
		} elseif ( ! $this->redis->set( $name, is_int( $value ) ? (string) $value : serialize( $value ), $options + ( $seconds > 0 ? [ 'ex' => (int) $seconds ] : [] ) ) ) {
			return false;
		}
		$this->known[ $name ] = [ $value ];
		return true;
	}

	public function count( $key, int $by, $group ): int|false {
		if ( false === $this->get( $key, $group, true ) ) {
			return false;
		}
		$name                 = $this->name( $key, $group );
		$value                = $this->is_local( $group ) ? $this->known[ $name ][0] + $by : $this->redis->incrBy( $name, $by );
		$this->known[ $name ] = [ $value ];
		return $value;
	}

	public function delete( $key, $group = '' ): bool {
		$name                 = $this->name( $key, $group );
		$was                  = isset( $this->known[ $name ] );
		$this->known[ $name ] = null;
		return $this->is_local( $group ) ? $was : $this->redis->del( $name ) > 0;
	}

	public function flush(): bool {
		$this->known = [];
		return $this->redis->flushAll();
	}

	public function forget(): bool {
		$this->known = [];
		return true;
	}

	public function keep_local( $groups ): void {
		$this->local = [ ...$this->local, ...(array) $groups ];
	}

	/** @return list<string> */
	public function keys( string $pattern ): array {
		return $this->redis->keys( $pattern );
	}

	private function is_local( $group ): bool {
		return in_array( $group, $this->local, true );
	}

	private function name( $key, $group ): string {
		return ( '' === (string) $group ? 'default' : $group ) . ':' . $key;
	}

	private function copy( mixed $value ): mixed {
		return is_object( $value ) ? clone $value : $value;
	}
}

// phpcs:disable Generic.Functions.OpeningFunctionBraceKernighanRitchie -- One a line: they are WordPress' names for the methods above.
function wp_cache_init() { $GLOBALS['wp_object_cache'] = new Bench_Object_Cache(); }
function wp_cache_get( $key, $group = '', $force = false, &$found = null ) { return $GLOBALS['wp_object_cache']->get( $key, $group, $force, $found ); }
function wp_cache_get_multiple( $keys, $group = '', $force = false ) { return [] === $keys ? [] : $GLOBALS['wp_object_cache']->get_multiple( $keys, $group, $force ); }
function wp_cache_set( $key, $data, $group = '', $expire = 0 ) { return $GLOBALS['wp_object_cache']->set( $key, $data, $group, $expire ); }
function wp_cache_add( $key, $data, $group = '', $expire = 0 ) { return ! wp_suspend_cache_addition() && $GLOBALS['wp_object_cache']->set( $key, $data, $group, $expire, [ 'nx' ] ); }
function wp_cache_replace( $key, $data, $group = '', $expire = 0 ) { return $GLOBALS['wp_object_cache']->set( $key, $data, $group, $expire, [ 'xx' ] ); }
function wp_cache_incr( $key, $offset = 1, $group = '' ) { return $GLOBALS['wp_object_cache']->count( $key, $offset, $group ); }
function wp_cache_decr( $key, $offset = 1, $group = '' ) { return $GLOBALS['wp_object_cache']->count( $key, -$offset, $group ); }
function wp_cache_delete( $key, $group = '' ) { return $GLOBALS['wp_object_cache']->delete( $key, $group ); }
function wp_cache_flush() { return $GLOBALS['wp_object_cache']->flush(); }
function wp_cache_flush_runtime() { return $GLOBALS['wp_object_cache']->forget(); }
function wp_cache_add_non_persistent_groups( $groups ) { $GLOBALS['wp_object_cache']->keep_local( $groups ); }
function wp_cache_add_global_groups( $groups ) {}
function wp_cache_supports( $feature ) { return in_array( $feature, [ 'get_multiple', 'flush_runtime' ], true ); }
function wp_cache_close() { return true; }
