/** The few things of HTTP the sandbox needs, as plain values. */
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface Request {
	method: string;
	/** Without the query, without a trailing slash. */
	path: string;
	query: URLSearchParams;
	headers: IncomingMessage[ 'headers' ];
	body: string;
}

export interface Reply {
	status: number;
	headers?: Record< string, string >;
	/** Anything but a string or bytes is sent as JSON; undefined is an empty body. */
	body?: unknown;
}

export function json( body: unknown, status = 200 ): Reply {
	return { status, body };
}

export function html( body: string, status = 200 ): Reply {
	return {
		status,
		body,
		headers: { 'Content-Type': 'text/html; charset=utf-8' },
	};
}

export async function read( message: IncomingMessage ): Promise< Request > {
	const chunks: Buffer[] = [];
	for await ( const chunk of message ) {
		chunks.push( chunk as Buffer );
	}
	const url = new URL( message.url ?? '/', 'http://sandbox.invalid' );
	return {
		method: message.method ?? 'GET',
		path: decodeURIComponent( url.pathname ).replace( /(.)\/+$/, '$1' ),
		query: url.searchParams,
		headers: message.headers,
		body: Buffer.concat( chunks ).toString( 'utf8' ),
	};
}

export function write(
	response: ServerResponse,
	reply: Reply,
	method: string
): void {
	const { body } = reply;
	const isRaw = typeof body === 'string' || Buffer.isBuffer( body );
	let content: string | Buffer = '';
	if ( body !== undefined ) {
		content = isRaw ? body : JSON.stringify( body );
	}
	response.writeHead( reply.status, {
		...( body === undefined || isRaw
			? {}
			: { 'Content-Type': 'application/json' } ),
		'Content-Length': Buffer.byteLength( content ),
		...reply.headers,
	} );
	response.end( method === 'HEAD' ? undefined : content );
}

/** The body's JSON object; an empty one where there is none. */
export function parseObject( body: string ): Record< string, unknown > {
	try {
		const value: unknown = JSON.parse( body );
		return typeof value === 'object' &&
			value !== null &&
			! Array.isArray( value )
			? ( value as Record< string, unknown > )
			: {};
	} catch {
		return {};
	}
}
