/** What is wrong with a request or an answer, by what a document says of the operation. */
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020';
import type { Reply, Request } from '../http';
import type { Operation } from './operations';
import type { Schema } from './schema';

export interface Finding {
	/** A JSON pointer, a star for every number in it; or `?name`, a parameter. */
	at: string;
	problem: string;
	value: unknown;
}

const NONE: Finding[] = [];

export const finding = ( problem: string, value?: unknown ): Finding => ( {
	at: '/',
	problem,
	value,
} );

function describe( error: ErrorObject ): Finding {
	const { instancePath, keyword, message = '', params, data } = error;
	const extra: unknown =
		params[ 'additionalProperty' ] ?? params[ 'unevaluatedProperty' ];
	const allowed =
		keyword === 'enum'
			? `: ${ JSON.stringify( params[ 'allowedValues' ] ) }`
			: '';
	return {
		at: instancePath.replace( /\/\d+(?=\/|$)/g, '/*' ) || '/',
		problem:
			typeof extra === 'string'
				? `the document has no "${ extra }"`
				: message + allowed,
		value: typeof data === 'object' ? data && '…' : data,
	};
}

/** "Matches none of these" only where nothing says why. */
function check( validate: ValidateFunction, value: unknown ): Finding[] {
	const errors = validate( value ) ? [] : ( validate.errors ?? [] );
	const exact = errors.filter(
		( { keyword } ) =>
			! [ 'anyOf', 'oneOf', 'unevaluatedProperties' ].includes( keyword )
	);
	return ( exact.length ? exact : errors ).map( describe );
}

/** A parameter as the type its schema names; what cannot be read stays text, and is refused as such. */
function readParameter( texts: string[], schema: Schema | undefined ): unknown {
	if ( schema?.[ 'type' ] === 'array' || texts.length > 1 ) {
		return texts;
	}
	const text = texts[ 0 ] ?? '';
	switch ( schema?.[ 'type' ] ) {
		case 'integer':
		case 'number':
			return /^-?\d+(\.\d+)?$/.test( text ) ? Number( text ) : text;
		case 'boolean':
			return text === 'true' || text === 'false' ? text === 'true' : text;
		default:
			return text;
	}
}

function judgeQuery( request: Request, operation: Operation ): Finding[] {
	const parameters = Object.fromEntries(
		[ ...new Set( request.query.keys() ) ].map( ( name ) => [
			name,
			readParameter(
				request.query.getAll( name ),
				operation.parameters[ name ]
			),
		] )
	);
	return check( operation.query, parameters ).map( ( found ) => ( {
		...found,
		at: `?${ found.at.slice( 1 ) }`,
	} ) );
}

function readBody( body: string ): unknown {
	try {
		return JSON.parse( body );
	} catch {
		return undefined;
	}
}

function judgeBody( request: Request, { body }: Operation ): Finding[] {
	if ( body === undefined ) {
		return request.body === ''
			? NONE
			: [ finding( 'nothing is to be sent', request.body ) ];
	}
	const type = request.headers[ 'content-type' ];
	return [
		...( /^application\/json\b/.test( type ?? '' )
			? NONE
			: [ finding( 'must be sent as application/json', type ) ] ),
		...check( body, readBody( request.body ) ),
	];
}

export function judgeRequest(
	request: Request,
	operation: Operation
): Finding[] {
	return [
		...judgeQuery( request, operation ),
		...judgeBody( request, operation ),
	];
}

export function judgeAnswer( reply: Reply, operation: Operation ): Finding[] {
	const { status, body } = reply;
	if ( ! operation.answers.has( status ) && status < 400 ) {
		return [ finding( 'the document has no such status', status ) ];
	}
	// No operation names its answer to wrong keys: a document words all of its errors in one way.
	const answer = operation.answers.has( status )
		? operation.answers.get( status )
		: operation.error;
	if ( answer === undefined ) {
		return body === undefined
			? NONE
			: [ finding( 'nothing is to be answered', body ) ];
	}
	return body === undefined || typeof body === 'string'
		? [ finding( 'must be JSON', body ) ]
		: check( answer, JSON.parse( JSON.stringify( body ) ) );
}
