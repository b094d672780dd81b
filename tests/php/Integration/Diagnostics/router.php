<?php
/**
 * A web server's answers, told by a file: path prefix => { status, headers, body }. The longest prefix counts.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

$answers = json_decode( (string) file_get_contents( (string) getenv( 'ANSWERS' ) ), true );
krsort( $answers );
foreach ( $answers as $prefix => $answer ) {
	if ( str_starts_with( $_SERVER['REQUEST_URI'], $prefix ) ) {
		http_response_code( $answer['status'] );
		foreach ( $answer['headers'] as $name => $value ) {
			header( "{$name}: {$value}" );
		}
		echo $answer['body']; // phpcs:ignore WordPress.Security.EscapeOutput
		return;
	}
}
http_response_code( 404 );
