/** The API requests received, without secrets: lets a test prove that something was cached, or asked only once. */
import type { Request } from './http';

export interface LoggedRequest {
	at: string;
	method: string;
	path: string;
	query: string;
	user_agent: string;
	status: number | null;
}

const LIMIT = 5000;

export class RequestLog {
	private entries: LoggedRequest[] = [];

	add( request: Request, at: Date ): LoggedRequest {
		const query = new URLSearchParams( request.query );
		if ( query.has( 'access_token' ) ) {
			query.set( 'access_token', '***' );
		}
		const entry: LoggedRequest = {
			at: at.toISOString(),
			method: request.method,
			path: request.path,
			query: query.toString(),
			user_agent: request.headers[ 'user-agent' ] ?? '',
			status: null,
		};
		this.entries.push( entry );
		this.entries.splice( 0, this.entries.length - LIMIT );
		return entry;
	}

	list(): readonly LoggedRequest[] {
		return this.entries;
	}

	clear(): void {
		this.entries = [];
	}
}
