/** What the documents say of each operation, ready to check requests and answers with. */
import fs from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { isFields, node, type Fields } from '../data/orders';
import { SchemaReader, type Schema } from './schema';

export interface Operation {
	/** As in `GET /api/v3/orders/{id}`. */
	name: string;
	method: string;
	path: RegExp;
	parameters: Record< string, Schema >;
	query: ValidateFunction;
	/** Undefined where nothing is to be sent. */
	body: ValidateFunction | undefined;
	/** By status; undefined where nothing is to be answered. */
	answers: Map< number, ValidateFunction | undefined >;
	/** How the document words every error. */
	error: ValidateFunction | undefined;
}

const METHODS = [ 'get', 'post', 'put', 'patch', 'delete' ];

const items = ( value: unknown ): unknown[] =>
	Array.isArray( value ) ? value : [];

class DocumentReader {
	private readonly schemas: SchemaReader;

	/** OpenAPI has words of its own (example, readOnly), and the documents some without effect (the length of an integer). */
	private readonly ajv = new Ajv2020( {
		allErrors: true,
		verbose: true,
		strict: false,
		logger: false,
	} );

	constructor( private readonly document: Fields ) {
		this.schemas = new SchemaReader( document );
		addFormats( this.ajv );
	}

	operations(): Operation[] {
		const server = items( this.document[ 'servers' ] )[ 0 ];
		const url = isFields( server ) ? String( server[ 'url' ] ) : '';
		const base = new URL( url ).pathname.replace( /\/$/, '' );
		const error = this.error();
		return Object.entries( node( this.document, 'paths' ) ).flatMap(
			( [ path, item ] ) => {
				const fields = isFields( item ) ? item : {};
				return METHODS.filter( ( method ) => method in fields ).map(
					( method ) => ( {
						...this.operation( method, base + path, {
							...node( fields, method ),
							parameters: [
								...items( fields[ 'parameters' ] ),
								...items(
									node( fields, method )[ 'parameters' ]
								),
							],
						} ),
						error,
					} )
				);
			}
		);
	}

	private operation(
		method: string,
		path: string,
		operation: Fields
	): Omit< Operation, 'error' > {
		const inQuery = items( operation[ 'parameters' ] )
			.map( ( parameter ) => this.schemas.resolve( parameter ) )
			.filter( ( parameter ) => parameter[ 'in' ] === 'query' );
		const parameters = Object.fromEntries(
			inQuery.map( ( { name, schema } ) => [
				String( name ),
				this.schemas.read( schema ),
			] )
		);
		return {
			name: `${ method.toUpperCase() } ${ path }`,
			method: method.toUpperCase(),
			path: new RegExp( `^${ path.replace( /\{[^}]+\}/g, '[^/]+' ) }$` ),
			parameters,
			query: this.ajv.compile( {
				type: 'object',
				properties: parameters,
				required: inQuery
					.filter( ( { required } ) => required === true )
					.map( ( { name } ) => name ),
				additionalProperties: false,
			} ),
			body: this.content( operation[ 'requestBody' ] ),
			answers: new Map(
				Object.entries( node( operation, 'responses' ) ).map(
					( [ status, answer ] ) => [
						Number( status ),
						this.content( answer ),
					]
				)
			),
		};
	}

	/** v3 has one schema of errors, v2 an answer for each kind of thing that is not there. */
	private error(): ValidateFunction | undefined {
		const components = node( this.document, 'components' );
		const { errors } = node( components, 'schemas' );
		return errors === undefined
			? this.content(
					Object.entries( node( components, 'responses' ) ).find(
						( [ name ] ) => /^4\d\d/.test( name )
					)?.[ 1 ]
				)
			: this.ajv.compile( this.schemas.read( errors ) );
	}

	private content( value: unknown ): ValidateFunction | undefined {
		const { schema } = node(
			node( this.schemas.resolve( value ), 'content' ),
			'application/json'
		);
		return schema === undefined
			? undefined
			: this.ajv.compile( this.schemas.read( schema ) );
	}
}

export function readOperations( files: string[] ): Operation[] {
	const isTemplate = ( { name }: Operation ): number =>
		Number( name.includes( '{' ) );
	return files
		.flatMap( ( file ) => {
			const document: unknown = parse( fs.readFileSync( file, 'utf8' ) );
			if ( ! isFields( document ) || ! ( 'paths' in document ) ) {
				throw new Error( `${ file } is no OpenAPI document.` );
			}
			return new DocumentReader( document ).operations();
		} )
		.sort( ( a, b ) => isTemplate( a ) - isTemplate( b ) );
}
