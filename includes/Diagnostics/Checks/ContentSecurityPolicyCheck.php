<?php
/**
 * Does the Content-Security-Policy let the picker work?
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Checks;

use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Finding;
use SendcloudServicePoints\Diagnostics\Group;
use SendcloudServicePoints\Diagnostics\Probes\ContentSecurityPolicy;
use SendcloudServicePoints\Diagnostics\Probes\Loopback;
use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Frontend\Assets;
use SendcloudServicePoints\Info;
use SendcloudServicePoints\Settings\Settings;

final class ContentSecurityPolicyCheck extends Check {

	public const ID     = 'csp';
	public const GROUP  = Group::Server;
	public const REMOTE = true;

	public function __construct(
		private readonly Loopback $loopback,
		private readonly Settings $settings,
		private readonly Assets $assets,
	) {}

	public function title(): string {
		return __( 'Content-Security-Policy', 'sendcloud-service-points' );
	}

	public function run(): Finding {
		$visit = $this->loopback->checkout();
		if ( ! $visit->is_ok() ) {
			/* translators: %s: reason. */
			return Finding::unknown( sprintf( __( 'The checkout page could not be looked at: %s.', 'sendcloud-service-points' ), $visit->outcome() ) );
		}
		$policy = ContentSecurityPolicy::of( [ ...$visit->headers( 'content-security-policy' ), ...self::in_page( $visit->body ) ], wc_get_checkout_url() );
		if ( ! $policy->exists() ) {
			return Finding::good( __( 'The checkout has no Content-Security-Policy that could block anything.', 'sendcloud-service-points' ) );
		}
		$blocked = [];
		foreach ( $this->needs() as $directive => $urls ) {
			foreach ( $urls as $url ) {
				if ( ! $policy->allows( $directive, $url ) ) {
					$blocked[] = $directive . ' ' . wp_parse_url( $url, PHP_URL_SCHEME ) . '://' . wp_parse_url( $url, PHP_URL_HOST );
				}
			}
		}
		$fix = __( 'Add the sources below to the policy, where it is set: with your host, in .htaccess or in a security plugin.', 'sendcloud-service-points' );
		return match ( true ) {
			[] === $blocked => Finding::good( __( 'The Content-Security-Policy lets the picker work.', 'sendcloud-service-points' ) ),
			// The list of points needs no more than this shop's own script and REST API.
			[] === self::own( $blocked ) => Finding::recommended(
				__( 'The Content-Security-Policy blocks the map. The list of service points works.', 'sendcloud-service-points' ),
				$fix
			)->with( $blocked ),
			default         => Finding::critical( __( 'The Content-Security-Policy blocks the picker.', 'sendcloud-service-points' ), $fix )->with( $blocked ),
		};
	}

	/** @return array<string, list<string>> Directive => addresses. */
	private function needs(): array {
		$style = $this->settings->map_style_url();
		$build = Fields::from_data( $this->assets->frontend_config() )->string( 'buildUrl' );
		return [
			'script-src-elem' => [ $build . 'picker.js' ],
			'style-src-elem'  => [ $build . 'picker.css' ],
			'worker-src'      => 'none' === $this->settings->map_provider() ? [] : [ $build . 'worker.js' ],
			'connect-src'     => [ rest_url( Info::REST_NAMESPACE ), ...( null === $style ? [] : [ $style ] ) ],
		];
	}

	/**
	 * @param list<string> $blocked
	 * @return list<string> What even the list of points does not work without.
	 */
	private static function own( array $blocked ): array {
		$shop = wp_parse_url( home_url(), PHP_URL_SCHEME ) . '://' . wp_parse_url( home_url(), PHP_URL_HOST );
		$needed = static fn ( string $line ): bool => 1 === preg_match( '/^(script|style)-src/', $line ) || "connect-src {$shop}" === $line;
		return array_values( array_filter( $blocked, $needed ) );
	}

	/** @return list<string> Policies that the page sets itself. */
	private static function in_page( string $html ): array {
		preg_match_all( '/<meta[^>]+http-equiv=["\']?content-security-policy["\']?[^>]*>/i', $html, $tags );
		$policies = [];
		foreach ( $tags[0] as $tag ) {
			if ( 1 === preg_match( '/content=(?:"([^"]*)"|\'([^\']*)\')/i', $tag, $match ) ) {
				$policies[] = html_entity_decode( $match[1] . ( $match[2] ?? '' ), ENT_QUOTES );
			}
		}
		return $policies;
	}
}
