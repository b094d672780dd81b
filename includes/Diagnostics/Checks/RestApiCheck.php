<?php
/**
 * Does the REST API answer visitors?
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Checks;

use SendcloudServicePoints\Admin\Screens;
use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Finding;
use SendcloudServicePoints\Diagnostics\Group;
use SendcloudServicePoints\Diagnostics\Probes\Loopback;
use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Info;

final class RestApiCheck extends Check {

	public const ID     = 'rest-api';
	public const GROUP  = Group::Server;
	public const REMOTE = true;

	public function __construct( private readonly Loopback $loopback ) {}

	public function title(): string {
		return __( 'REST API', 'sendcloud-service-points' );
	}

	public function run(): Finding {
		$visit = $this->loopback->visit( rest_url( Info::REST_NAMESPACE ) );
		$names = Fields::from_data( json_decode( $visit->body, true ) );
		if ( $visit->is_ok() && Info::REST_NAMESPACE === $names->string( 'namespace' ) ) {
			return Finding::good( __( 'The REST API answers visitors.', 'sendcloud-service-points' ) );
		}
		if ( 0 === $visit->status ) {
			return Finding::unknown(
				/* translators: %s: reason. */
				sprintf( __( 'The server cannot open its own pages: %s.', 'sendcloud-service-points' ), $visit->outcome() ),
				__( 'Ask your host about loopback requests.', 'sendcloud-service-points' )
			)->link( __( 'Site Health', 'sendcloud-service-points' ), Screens::wordpress( 'site-health.php' ) );
		}
		$answer = $visit->is_ok() ? __( 'An answer came, but not the API\'s.', 'sendcloud-service-points' ) : $visit->outcome();
		return Finding::critical(
			__( 'The REST API does not answer visitors, so shoppers cannot search for service points.', 'sendcloud-service-points' ),
			__( 'A security plugin that hides the REST API, a firewall or broken permalinks are the usual reasons. Let addresses through that begin with /wp-json/sendcloud-service-points/ and /wp-json/wc/.', 'sendcloud-service-points' )
		)->with( [ trim( "{$answer} {$names->string( 'code' )}" ) ] )
			->link( __( 'Permalinks', 'sendcloud-service-points' ), Screens::wordpress( 'options-permalink.php' ) )
			->link( __( 'Plugins', 'sendcloud-service-points' ), Screens::wordpress( 'plugins.php' ) );
	}
}
