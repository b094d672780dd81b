/**
 * Which points may be offered, as the server says. A rule that cannot be read allows all: the server checks every choice again.
 */
import type { Rule } from '../types/domain';
import { record, strings, string } from './guards';

export function parseRule( value: unknown ): Rule {
	const rule = record( value );
	const { zones } = rule;
	return {
		carriers: strings( rule[ 'carriers' ] ),
		without_carriers: strings( rule[ 'without_carriers' ] ),
		without_shop_types: strings( rule[ 'without_shop_types' ] ),
		hint: string( rule[ 'hint' ] ),
		...( Array.isArray( zones ) && { zones: zones.map( Number ) } ),
	};
}
