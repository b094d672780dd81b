<?php
/**
 * Writes an SVG anew with nothing in it but shapes and colours.
 *
 * An SVG in `<img>` runs no script; one that is opened by its address does, on the shop's own origin. To store pixels instead, few servers
 * have what it takes; a route with a policy would have PHP serve pictures, on a shop's busiest page. So the file itself holds nothing that
 * could run or ask for anything, whoever serves it: what is not on these lists is left out, not looked for.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Marks;

use DOMDocument;
use DOMElement;

final class SvgCleaner {

	private const SVG   = 'http://www.w3.org/2000/svg';
	private const XLINK = 'http://www.w3.org/1999/xlink';

	private const ELEMENTS = 'svg g defs symbol use path rect circle ellipse line polyline polygon linearGradient radialGradient stop clipPath mask style';

	private const ATTRIBUTES = 'id class style viewBox preserveAspectRatio version width height x y x1 y1 x2 y2 cx cy r rx ry fx fy d points'
		. ' pathLength transform offset opacity color display overflow fill fill-opacity fill-rule stroke stroke-width stroke-opacity'
		. ' stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset stop-color stop-opacity clip-path clip-rule'
		. ' clipPathUnits mask maskUnits maskContentUnits gradientUnits gradientTransform spreadMethod';

	/** What asks for something elsewhere, or hides that it does. `url(#here)` is taken away before it is looked for. */
	private const SUSPICIOUS = '/\b(url|src|image|image-set)\s*\(|@|\\\\|<|javascript:|data:|expression|behavior|binding/i';
	private const HERE       = '/url\(\s*[\'"]?#[\w.-]+[\'"]?\s*\)/i';

	private const MAX_NODES = 2000;
	private const MAX_DEPTH = 30;

	private int $nodes = 0;

	private function __construct( private readonly DOMDocument $clean ) {}

	/** Null when it is no SVG, or nothing is left of it. */
	public static function clean( string $svg ): ?string {
		// Entities could be anything by the time they are read.
		if ( ! class_exists( DOMDocument::class ) || false !== stripos( $svg, '<!ENTITY' ) ) {
			return null;
		}
		$dirty   = new DOMDocument();
		$before  = libxml_use_internal_errors( true );
		$is_read = $dirty->loadXML( $svg, LIBXML_NONET );
		libxml_clear_errors();
		libxml_use_internal_errors( $before );
		$root = $dirty->documentElement; // phpcs:ignore WordPress.NamingConventions.ValidVariableName
		if ( ! $is_read || null === $root || 'svg' !== $root->localName ) { // phpcs:ignore WordPress.NamingConventions.ValidVariableName
			return null;
		}
		$clean   = new DOMDocument( '1.0', 'UTF-8' );
		$cleaner = new self( $clean );
		$drawn   = $cleaner->copy( $root );
		if ( null === $drawn || ! $drawn->hasChildNodes() || $cleaner->nodes > self::MAX_NODES ) {
			return null;
		}
		$clean->appendChild( $drawn );
		$text = $clean->saveXML( $drawn );
		return false === $text ? null : $text;
	}

	private function copy( DOMElement $from, int $depth = 0 ): ?DOMElement {
		// phpcs:disable WordPress.NamingConventions.ValidVariableName -- PHP's own names.
		if ( self::SVG !== $from->namespaceURI || ! in_array( $from->localName, explode( ' ', self::ELEMENTS ), true ) || $depth > self::MAX_DEPTH || ++$this->nodes > self::MAX_NODES ) {
			return null;
		}
		$to = $this->clean->createElementNS( self::SVG, $from->localName );
		if ( ! $to instanceof DOMElement ) {
			return null;
		}
		foreach ( $from->attributes as $attribute ) {
			$value   = $attribute->value;
			$is_link = 'href' === $attribute->localName && in_array( $attribute->namespaceURI, [ null, self::XLINK ], true ) && 1 === preg_match( '/^#[\w.-]+$/D', $value );
			$is_safe = null === $attribute->namespaceURI && in_array( $attribute->localName, explode( ' ', self::ATTRIBUTES ), true ) && self::is_harmless( $value );
			if ( $is_link || $is_safe ) {
				$to->setAttribute( (string) $attribute->localName, $value );
			}
		}
		if ( 'style' === $from->localName ) {
			$to->appendChild( $this->clean->createTextNode( $from->textContent ) );
			return self::is_harmless( $from->textContent ) ? $to : null;
		}
		foreach ( $from->childNodes as $child ) {
			$copy = $child instanceof DOMElement ? $this->copy( $child, $depth + 1 ) : null;
			if ( null !== $copy ) {
				$to->appendChild( $copy );
			}
		}
		// phpcs:enable
		return $to;
	}

	private static function is_harmless( string $value ): bool {
		return 1 !== preg_match( self::SUSPICIOUS, (string) preg_replace( self::HERE, '', $value ) );
	}
}
