<?php
/**
 * What a check found, and what to do about it.
 *
 * Immutable. All text is plain and translated; none of it holds keys, or names and addresses of people.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics;

/** @phpstan-type Link array{label: string, url: string} */
final class Finding {

	/**
	 * @param string       $summary    One sentence.
	 * @param string       $fix        How to repair it; empty where nothing is to be done.
	 * @param list<Link>   $links      The exact screens.
	 * @param list<string> $details    What it was found in, one a line.
	 * @param string       $fix_label  Text of the button that repairs it; empty where none can.
	 */
	private function __construct(
		public readonly Status $status,
		public readonly string $summary,
		public readonly string $fix = '',
		public readonly array $links = [],
		public readonly array $details = [],
		public readonly string $fix_label = '',
	) {}

	/** @param string $summary What is right. */
	public static function good( string $summary ): self {
		return new self( Status::Good, $summary );
	}

	/** @param string $summary Good to know, nothing wrong. */
	public static function info( string $summary, string $fix = '' ): self {
		return new self( Status::Info, $summary, $fix );
	}

	/** @param string $summary What works badly. */
	public static function recommended( string $summary, string $fix ): self {
		return new self( Status::Recommended, $summary, $fix );
	}

	/** @param string $summary What does not work. */
	public static function critical( string $summary, string $fix ): self {
		return new self( Status::Critical, $summary, $fix );
	}

	/** @param string $summary Why it could not be checked. */
	public static function unknown( string $summary, string $fix = '' ): self {
		return new self( Status::Unknown, $summary, $fix );
	}

	public function link( string $label, string $url ): self {
		$link = [
			'label' => $label,
			'url'   => $url,
		];
		return new self( $this->status, $this->summary, $this->fix, [ ...$this->links, $link ], $this->details, $this->fix_label );
	}

	/** @param list<string> $details */
	public function with( array $details ): self {
		return new self( $this->status, $this->summary, $this->fix, $this->links, [ ...$this->details, ...$details ], $this->fix_label );
	}

	/** @param string $label Text of the button. */
	public function fixable( string $label ): self {
		return new self( $this->status, $this->summary, $this->fix, $this->links, $this->details, $label );
	}
}
