/**
 * What opens the picker, with the parts that a server wrote read with care: the checkouts hand them over as they are.
 */
import { isSelection } from '../lib/guards';
import { parseRule } from '../lib/rule';
import type { PickerRequest, Rule, Selection } from '../types/domain';

export interface ReadRequest extends PickerRequest {
	rule: Rule;
	selected: Selection | null;
}

export const readRequest = ( request: PickerRequest ): ReadRequest => ( {
	...request,
	rule: parseRule( request.rule ),
	selected: isSelection( request.selected ) ? request.selected : null,
} );
