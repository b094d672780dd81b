/**
 * What a sandbox has to say at the end of a suite: whether all that passed between it and the plugin agrees with Sendcloud's documents.
 */
import type { Violation } from '../sandbox/contract/contract';
import { say } from './shell';

interface Judgement {
	is_judged: boolean;
	judged: Record< string, number >;
	violations: Violation[];
}

const inWords = ( violation: Violation ): string => {
	const { operation, side, status, at, problem, value, query } = violation;
	return [
		`  ${ operation }: ${ side }${ status === null ? '' : ` ${ status }` }, at ${ at }: ${ problem }`,
		...( value === undefined ? [] : [ `is ${ JSON.stringify( value ) }` ] ),
		...( query === '' ? [] : [ `asked ${ query }` ] ),
		`seen ${ violation.times } times`,
	].join( '; ' );
};

export async function isContractKept( sandbox: string ): Promise< boolean > {
	const response = await fetch( `${ sandbox }/_contract` );
	const {
		is_judged: isJudged,
		judged,
		violations,
	} = ( await response.json() ) as Judgement;
	if ( ! isJudged ) {
		say(
			'Not judged by Sendcloud’s OpenAPI documents, which are not at hand (SENDCLOUD_OPENAPI_PATH).'
		);
		return true;
	}
	const answers = Object.values( judged ).reduce( ( a, b ) => a + b, 0 );
	say(
		`Judged by Sendcloud’s OpenAPI documents: ${ answers } answers and what asked for them, ${ violations.length } violations.`
	);
	violations.map( inWords ).forEach( say );
	return violations.length === 0;
}
