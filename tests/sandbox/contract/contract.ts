/**
 * Judges what the plugin asks and what the sandbox answers by Sendcloud's own documents, and keeps what disagrees.
 *
 * Loaded only where somebody wants a judgement and the documents are at hand.
 */
import type { Reply, Request } from '../http';
import { DEVIATIONS, UNDOCUMENTED, type Deviation } from './deviations';
import { finding, judgeAnswer, judgeRequest, type Finding } from './judge';
import { readOperations, type Operation } from './operations';

export interface Violation extends Finding {
	/** As in `GET /api/v3/orders/{id}`. */
	operation: string;
	side: 'request' | 'answer';
	status: number | null;
	/** Of the first request that it was seen with. */
	query: string;
	times: number;
}

export class Contract {
	/** How often each operation was answered, by its name and the status. */
	readonly judged = new Map< string, number >();
	/** The deviations that happened. */
	readonly met = new Set< Deviation >();
	private readonly operations: Operation[];
	private readonly kept = new Map< string, Violation >();

	constructor( files: string[] ) {
		this.operations = readOperations( files );
	}

	violations(): Violation[] {
		return [ ...this.kept.values() ];
	}

	/** The reply is null where it is meant to be wrong. */
	judge( request: Request, reply: Reply | null ): void {
		const { method, path } = request;
		if ( UNDOCUMENTED.some( ( route ) => route.path.test( path ) ) ) {
			return;
		}
		const operation = this.operations.find(
			( candidate ) =>
				candidate.method === method && candidate.path.test( path )
		);
		if ( ! operation ) {
			this.keep( request, `${ method } ${ path }`, null, [
				finding( 'the documents have no such operation' ),
			] );
			return;
		}
		const { name } = operation;
		this.keep( request, name, null, judgeRequest( request, operation ) );
		if ( reply ) {
			const { status } = reply;
			const key = `${ name } ${ status }`;
			this.judged.set( key, ( this.judged.get( key ) ?? 0 ) + 1 );
			this.keep( request, name, status, judgeAnswer( reply, operation ) );
		}
	}

	private keep(
		request: Request,
		operation: string,
		status: number | null,
		findings: Finding[]
	): void {
		for ( const found of findings ) {
			const violation: Violation = {
				operation,
				side: status === null ? 'request' : 'answer',
				status,
				...found,
				query: request.query.toString(),
				times: 1,
			};
			const key = `${ operation } ${ status } ${ found.at } ${ found.problem }`;
			const before = this.kept.get( key );
			const deviation = DEVIATIONS.find( ( { is } ) => is( violation ) );
			if ( deviation ) {
				this.met.add( deviation );
			} else if ( before ) {
				before.times++;
			} else {
				this.kept.set( key, violation );
			}
		}
	}
}
