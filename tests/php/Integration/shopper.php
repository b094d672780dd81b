<?php
/**
 * php shopper.php NAME FOLDER: one of a crowd. Waits in the shop until the folder has a file "go", searches, and writes down the answer.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

// phpcs:disable WordPress.NamingConventions.PrefixAllGlobals, WordPress.WP.AlternativeFunctions -- A process of its own.

[ , $name, $folder ] = $argv;

$_SERVER['HTTP_HOST']      = '127.0.0.1';
$_SERVER['REQUEST_URI']    = '/';
$_SERVER['REQUEST_METHOD'] = 'GET';
$_SERVER['REMOTE_ADDR']    = '127.0.0.1';

require getenv( 'SHOP_PATH' ) . '/wp-load.php';
rest_get_server();

touch( "$folder/$name.ready" );
while ( ! file_exists( "$folder/go" ) ) {
	usleep( 2000 );
	clearstatcache();
}

$request = new WP_REST_Request( 'GET', '/sendcloud-service-points/v1/service-points' );
$request->set_query_params(
	[
		'country' => 'NL',
		'address' => 'Eindhoven',
	]
);
$start    = microtime( true );
$response = rest_do_request( $request );
$answer   = [
	'status'      => $response->get_status(),
	'code'        => $response->get_data()['code'] ?? '',
	'retry_after' => $response->get_headers()['Retry-After'] ?? '',
	'seconds'     => microtime( true ) - $start,
];
file_put_contents( "$folder/$name.json", wp_json_encode( $answer ) );
