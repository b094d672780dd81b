/**
 * The schemas of an OpenAPI document as JSON Schema that stands alone: references are put in place, and a field that is not named is
 * refused, since an API that ignores it today may refuse it tomorrow.
 */
import { isFields, type Fields } from '../data/orders';

export type Schema = Fields;

const COMBINED = [ 'allOf', 'anyOf', 'oneOf' ];

function refuseOthers( schema: Schema ): Schema {
	if ( 'additionalProperties' in schema ) {
		return schema;
	}
	// The parts of an "all of" know each other's fields only together.
	if ( 'allOf' in schema ) {
		return { ...schema, unevaluatedProperties: false };
	}
	return 'properties' in schema
		? { ...schema, additionalProperties: false }
		: schema;
}

export class SchemaReader {
	constructor( private readonly document: Fields ) {}

	/** What a reference names, or the value itself; what stands beside a reference counts too. */
	resolve( value: unknown ): Fields {
		const fields = isFields( value ) ? value : {};
		const { $ref, ...beside } = fields;
		if ( typeof $ref !== 'string' ) {
			return fields;
		}
		const target = $ref
			.replace( /^#\//, '' )
			.split( '/' )
			.reduce< unknown >(
				( at, key ) => ( isFields( at ) ? at[ key ] : undefined ),
				this.document
			);
		if ( ! isFields( target ) ) {
			throw new Error( `The document has no ${ $ref }.` );
		}
		return { ...this.resolve( target ), ...beside };
	}

	/** "This or null" as one type: what is wrong with this is then said of it, and not that it is not null. */
	private orNull( schema: Schema ): Schema {
		const { anyOf, ...rest } = schema;
		const parts = Array.isArray( anyOf )
			? anyOf.map( ( part ) => this.resolve( part ) )
			: [];
		const [ value ] = parts.filter( ( { type } ) => type !== 'null' );
		return value &&
			parts.length === 2 &&
			typeof value[ 'type' ] === 'string'
			? { ...value, ...rest, type: [ value[ 'type' ], 'null' ] }
			: schema;
	}

	read( value: unknown, isPart = false ): Schema {
		const schema = this.orNull( { ...this.resolve( value ) } );
		for ( const key of COMBINED ) {
			const parts = schema[ key ];
			if ( Array.isArray( parts ) ) {
				schema[ key ] = parts.map( ( part ) =>
					this.read( part, isPart || key === 'allOf' )
				);
			}
		}
		if ( isFields( schema[ 'properties' ] ) ) {
			schema[ 'properties' ] = Object.fromEntries(
				Object.entries( schema[ 'properties' ] ).map(
					( [ name, property ] ) => [ name, this.read( property ) ]
				)
			);
		}
		if ( isFields( schema[ 'items' ] ) ) {
			schema[ 'items' ] = this.read( schema[ 'items' ] );
		}
		return isPart ? schema : refuseOthers( schema );
	}
}
