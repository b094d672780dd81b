<?php
/**
 * A response whose JSON is there already. It is read only for those who look at its data: WordPress for some parameters, others' filters.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Rest;

use SendcloudServicePoints\Sendcloud\ServicePoints\Answer;
use WP_REST_Response;

final class JsonResponse extends WP_REST_Response {

	/** @param array<string, string> $headers */
	public function __construct( private readonly Answer $answer, array $headers ) {
		parent::__construct( null, 200, $headers );
		// The property is public, and some read it past get_data(): see __get().
		unset( $this->data );
	}

	/** The first look at the data, or the first change of a part of it. */
	public function &__get( string $name ): mixed {
		$nothing = null;
		if ( 'data' !== $name ) {
			return $nothing;
		}
		$this->data = $this->answer->data();
		return $this->data;
	}

	public function __isset( string $name ): bool {
		return 'data' === $name;
	}

	/** Null once somebody has looked at the data, and perhaps changed it. */
	public function json(): ?string {
		return array_key_exists( 'data', get_object_vars( $this ) ) ? null : $this->answer->json();
	}
}
