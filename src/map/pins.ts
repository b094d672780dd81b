/**
 * Pins and clusters, drawn here in the shop's accent colour: no image is asked of anyone.
 */
import type { ServicePoint } from '../types/domain';

/** A pin of 30 × 38, its tip at the bottom. */
const PIN = 'M15 37C15 37 29 24.5 29 15A14 14 0 1 0 1 15C1 24.5 15 37 15 37Z';

/** What stands in the pin, in a box of 14 × 14 at its head. */
const GLYPHS: Record< string, string > = {
	locker: 'M2 1H12V13H2ZM7 1V13M2 7H12M5 4V4.01M10 4V4.01M5 10V10.01M10 10V10.01',
	post_office: 'M1 3H13V11H1ZM1 3L7 8L13 3',
	shop: 'M2 6V12.5H12V6M1 5L2.5 1.5H11.5L13 5C13 7 10 7 10 5C10 7 7 7 7 5C7 7 4 7 4 5C4 7 1 7 1 5Z',
};

const glyphFor = ( shopType: string ): string =>
	GLYPHS[ shopType ] ?? GLYPHS[ 'shop' ] ?? '';

/** Retina size; the map is told so with `pixelRatio: 2`. */
const RATIO = 2;

interface Colours {
	accent: string;
	onAccent: string;
}

function coloursOf( element: Element ): Colours {
	const style = getComputedStyle( element );
	return {
		accent: style.getPropertyValue( '--scsp-accent' ).trim() || '#0b5cad',
		onAccent: style.getPropertyValue( '--scsp-on-accent' ).trim() || '#fff',
	};
}

function canvas( width: number, height: number ): CanvasRenderingContext2D {
	const element = document.createElement( 'canvas' );
	element.width = width * RATIO;
	element.height = height * RATIO;
	const context = element.getContext( '2d' );
	if ( ! context ) {
		throw new Error( 'No canvas.' );
	}
	context.scale( RATIO, RATIO );
	context.lineCap = 'round';
	context.lineJoin = 'round';
	return context;
}

const pixels = ( context: CanvasRenderingContext2D ): ImageData =>
	context.getImageData( 0, 0, context.canvas.width, context.canvas.height );

function drawPin(
	glyph: string,
	scale: number,
	{ accent, onAccent }: Colours
) {
	const context = canvas( 32 * scale, 40 * scale );
	context.scale( scale, scale );
	context.translate( 1, 1 );
	const pin = new Path2D( PIN );
	context.fillStyle = accent;
	context.fill( pin );
	context.strokeStyle = onAccent;
	context.lineWidth = 2;
	context.stroke( pin );
	context.translate( 8, 8 );
	context.lineWidth = 1.5;
	context.stroke( new Path2D( glyph ) );
	return pixels( context );
}

function drawCluster( count: string, { accent, onAccent }: Colours ) {
	const size = count.length > 2 ? 46 : 40;
	const context = canvas( size, size );
	const centre = size / 2;
	context.fillStyle = accent;
	context.globalAlpha = 0.25;
	context.beginPath();
	context.arc( centre, centre, centre, 0, 2 * Math.PI );
	context.fill();
	context.globalAlpha = 1;
	context.beginPath();
	context.arc( centre, centre, centre - 5, 0, 2 * Math.PI );
	context.fill();
	context.strokeStyle = onAccent;
	context.lineWidth = 2;
	context.stroke();
	context.fillStyle = onAccent;
	context.font = '600 14px system-ui, sans-serif';
	context.textAlign = 'center';
	context.textBaseline = 'middle';
	context.fillText( count, centre, centre + 0.5 );
	return pixels( context );
}

/** The image a layer asks for by name; null when the name is another's. */
export function drawImage( name: string, themed: Element ): ImageData | null {
	const [ , kind, value = '' ] =
		/^scsp-(pin|highlight|cluster)-(.*)$/.exec( name ) ?? [];
	const colours = coloursOf( themed );
	switch ( kind ) {
		case 'pin':
			return drawPin( glyphFor( value ), 1, colours );
		case 'highlight':
			return drawPin( glyphFor( value ), 1.25, colours );
		case 'cluster':
			return drawCluster( value, colours );
		default:
			return null;
	}
}

const SVG = 'http://www.w3.org/2000/svg';

/** The selected point, above everything, as an element that assistive technology and forced colours can see. */
export function pinElement( point: ServicePoint ): HTMLElement {
	const marker = document.createElement( 'div' );
	marker.className = 'scsp-marker';
	marker.setAttribute( 'role', 'img' );
	marker.setAttribute( 'aria-label', point.name );
	const svg = document.createElementNS( SVG, 'svg' );
	svg.setAttribute( 'viewBox', '-1 -1 32 40' );
	svg.setAttribute( 'aria-hidden', 'true' );
	const pin = document.createElementNS( SVG, 'path' );
	pin.setAttribute( 'class', 'scsp-marker__pin' );
	pin.setAttribute( 'd', PIN );
	const glyph = document.createElementNS( SVG, 'path' );
	glyph.setAttribute( 'class', 'scsp-marker__glyph' );
	glyph.setAttribute( 'd', glyphFor( point.shop_type ) );
	glyph.setAttribute( 'transform', 'translate(8 8)' );
	svg.append( pin, glyph );
	marker.append( svg );
	return marker;
}

export function positionElement(): HTMLElement {
	const marker = document.createElement( 'div' );
	marker.className = 'scsp-position';
	return marker;
}
