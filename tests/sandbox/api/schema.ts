/** Just enough of a schema to refuse a body as API v3 does: every mistake at once, each with a pointer. */
export interface Problem {
	code: string;
	detail: string;
	pointer: string;
}

/** Answers what is wrong with a value. */
export type Check = ( value: unknown, pointer: string ) => Problem[];

const invalid = ( pointer: string, detail: string ): Problem[] => [
	{ code: 'invalid', detail, pointer },
];

export const text =
	( minLength = 0 ): Check =>
	( value, pointer ) => {
		if ( typeof value !== 'string' ) {
			return invalid( pointer, 'Input should be a valid string' );
		}
		return value.length < minLength
			? invalid(
					pointer,
					`String should have at least ${ minLength } character`
				)
			: [];
	};

export const matching =
	( pattern: RegExp, detail: string ): Check =>
	( value, pointer ) =>
		typeof value === 'string' && pattern.test( value )
			? []
			: invalid( pointer, detail );

export const number =
	( greaterThan?: number ): Check =>
	( value, pointer ) => {
		if ( typeof value !== 'number' ) {
			return invalid( pointer, 'Input should be a valid number' );
		}
		return greaterThan !== undefined && value <= greaterThan
			? invalid(
					pointer,
					`Input should be greater than ${ greaterThan }`
				)
			: [];
	};

export const integer =
	( greaterThan?: number ): Check =>
	( value, pointer ) =>
		typeof value === 'number' && ! Number.isInteger( value )
			? invalid( pointer, 'Input should be a valid integer' )
			: number( greaterThan )( value, pointer );

export const boolean: Check = ( value, pointer ) =>
	typeof value === 'boolean'
		? []
		: invalid( pointer, 'Input should be a valid boolean' );

export const oneOf =
	( ...choices: string[] ): Check =>
	( value, pointer ) =>
		choices.some( ( choice ) => choice === value )
			? []
			: invalid(
					pointer,
					`Input should be ${ choices.map( ( choice ) => `'${ choice }'` ).join( ' or ' ) }`
				);

export const anything: Check = () => [];

export const nullable =
	( check: Check ): Check =>
	( value, pointer ) =>
		value === null ? [] : check( value, pointer );

export const list =
	( check: Check ): Check =>
	( value, pointer ) =>
		Array.isArray( value )
			? value.flatMap( ( item: unknown, index ) =>
					check( item, `${ pointer }/${ index }` )
				)
			: invalid( pointer, 'Input should be a valid list' );

export const object =
	( fields: Record< string, Check >, required: string[] = [] ): Check =>
	( value, pointer ) => {
		if (
			typeof value !== 'object' ||
			value === null ||
			Array.isArray( value )
		) {
			return invalid( pointer, 'Input should be a valid object' );
		}
		const entries: Array< [ string, unknown ] > = Object.entries( value );
		const missing = required.filter( ( name ) => ! ( name in value ) );
		return [
			...missing.flatMap( ( name ) =>
				invalid( `${ pointer }/${ name }`, 'Field required' )
			),
			...entries.flatMap( ( [ name, field ] ) => {
				const check = fields[ name ];
				return check
					? check( field, `${ pointer }/${ name }` )
					: [
							{
								code: 'unknown_field',
								detail: 'Unknown field',
								pointer: `${ pointer }/${ name }`,
							},
						];
			} ),
		];
	};
