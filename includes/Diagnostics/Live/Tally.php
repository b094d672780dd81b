<?php
/**
 * What was seen, how often, and whether it agrees with what is documented.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Live;

/** @phpstan-type Row array{verdict: 'agrees'|'differs'|'seen', meaning: string, details: string} */
final class Tally {

	/** Values in a row; more say no more. */
	private const SHOWN = 12;

	/** @var array<string, int> Meaning => how often it agreed. */
	private array $agreed = [];

	/** @var array<string, array<string, int>> Meaning => what was there instead => how often. */
	private array $differed = [];

	/** @var array<string, array<string, int>> About => what => how often. */
	private array $seen = [];

	public function judge( string $meaning, bool $agrees, string $instead = '' ): void {
		$this->agreed[ $meaning ] = ( $this->agreed[ $meaning ] ?? 0 ) + ( $agrees ? 1 : 0 );
		if ( ! $agrees ) {
			$instead = self::word( $instead );

			$this->differed[ $meaning ][ $instead ] = ( $this->differed[ $meaning ][ $instead ] ?? 0 ) + 1;
		}
	}

	/** @param list<string|null> $documented */
	public function judge_value( string $meaning, mixed $value, array $documented ): void {
		$word = is_string( $value ) ? $value : get_debug_type( $value );
		$this->judge( "$meaning is one that is documented.", in_array( $value, $documented, true ), $word );
		$this->see( $meaning, $word );
	}

	/** Nothing to judge: worth knowing. */
	public function see( string $about, string $what ): void {
		$what = self::word( $what );

		$this->seen[ $about ][ $what ] = ( $this->seen[ $about ][ $what ] ?? 0 ) + 1;
	}

	/** @return list<Row> */
	public function rows(): array {
		$rows = [];
		foreach ( $this->agreed as $meaning => $times ) {
			$differed = $this->differed[ $meaning ] ?? [];
			$rows[]   = [
				'verdict' => [] === $differed ? 'agrees' : 'differs',
				'meaning' => $meaning,
				'details' => [] === $differed ? "{$times} times" : self::list( $differed ) . sprintf( ' (else %d times as documented)', $times ),
			];
		}
		foreach ( $this->seen as $about => $values ) {
			$rows[] = [
				'verdict' => 'seen',
				'meaning' => $about,
				'details' => self::list( $values ),
			];
		}
		return $rows;
	}

	/** Somebody else's text, for a terminal. */
	private static function word( string $text ): string {
		return mb_substr( (string) preg_replace( '/[\p{C}\s]+/u', ' ', $text ), 0, 80 );
	}

	/** @param array<array-key, int> $values */
	private static function list( array $values ): string {
		arsort( $values );
		$shown = array_slice( $values, 0, self::SHOWN, true );
		$words = array_map( static fn ( string|int $value, int $times ): string => "$value × $times", array_keys( $shown ), $shown );
		return implode( ', ', $words ) . ( count( $values ) > self::SHOWN ? ', …' : '' );
	}
}
