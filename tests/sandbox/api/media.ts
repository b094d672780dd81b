/** The carriers' pictures, which Sendcloud keeps on a CDN: here on the sandbox itself, since nothing else can be reached. */
import type { Fault } from '../faults';
import type { Reply, Request } from '../http';

/** Not every carrier has some. */
const COLOURS: Record< string, [ string, string ] > = {
	dhl: [ '#ffcc00', '#d40511' ],
	postnl: [ '#ed8c00', '#ffffff' ],
	ups: [ '#351c15', '#ffb500' ],
	chronopost: [ '#009fe3', '#ffffff' ],
	mondial_relay: [ '#96154a', '#ffffff' ],
};

export const hasPictures = ( carrier: string ): boolean => carrier in COLOURS;

export const originOf = ( request: Request ): string =>
	`http://${ request.headers.host ?? '127.0.0.1' }`;

const HOSTILE =
	'<script>window.hostile = 1</script><image href="https://evil.example/pixel.png"/><style>@import "https://evil.example/x.css";</style><a href="javascript:alert(1)"><rect width="9" height="9" onclick="alert(1)"/></a>';

export function answerMedia(
	{ method, path }: Request,
	faults: Fault[]
): Reply | null {
	const carrier = /^\/global-media\/(\w+)\/img\/(icon|logo)\.svg$/.exec(
		path
	)?.[ 1 ];
	const colours = carrier ? COLOURS[ carrier ] : undefined;
	if ( method !== 'GET' || ! colours ) {
		return path.startsWith( '/global-media/' ) ? { status: 404 } : null;
	}
	const isHostile = faults.some(
		( { fault } ) => fault === 'hostile_picture'
	);
	return {
		status: 200,
		headers: { 'Content-Type': 'image/svg+xml' },
		body: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"${ isHostile ? ' onload="alert(1)"' : '' }><rect width="32" height="32" rx="6" fill="${ colours[ 0 ] }"/><circle cx="16" cy="16" r="8" fill="${ colours[ 1 ] }"/>${ isHostile ? HOSTILE : '' }</svg>`,
	};
}
