/**
 * What goes into a message to the people who help. The server has masked its secrets already.
 */
import { STATUSES, type Result } from './api';

const describe = ( { status, title, id, summary, fix, details }: Result ) =>
	[
		`[${ status }] ${ title } (${ id })`,
		`  ${ summary }`,
		...details.map( ( detail ) => `  - ${ detail }` ),
		...( fix ? [ `  > ${ fix }` ] : [] ),
	].join( '\n' );

export function toText(
	facts: Record< string, string >,
	results: Result[]
): string {
	return [
		'Sendcloud Service Points for WooCommerce',
		Object.entries( facts )
			.map( ( [ label, value ] ) => `${ label }: ${ value }` )
			.join( '\n' ),
		...STATUSES.flatMap( ( status ) =>
			results.filter( ( result ) => result.status === status )
		).map( describe ),
	].join( '\n\n' );
}

/** Shops without HTTPS, such as one on a developer's machine, have no clipboard. */
export async function copy( text: string ): Promise< void > {
	if ( window.isSecureContext ) {
		await navigator.clipboard.writeText( text );
		return;
	}
	const area = document.createElement( 'textarea' );
	area.value = text;
	document.body.append( area );
	area.select();
	const isCopied = document.execCommand( 'copy' );
	area.remove();
	if ( ! isCopied ) {
		throw new Error( 'Not copied.' );
	}
}
