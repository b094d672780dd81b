import { createRoot } from '@wordpress/element';
import { parseRule } from '../lib/rule';
import type { PickerApi } from '../types/domain';
import { Picker } from './picker';

export const mountLocator: PickerApi[ 'mountLocator' ] = (
	container,
	{ rule, ...scope }
) => {
	const root = createRoot( container );
	root.render(
		<div className="scsp-picker scsp-locator">
			<Picker { ...scope } rule={ parseRule( rule ) } />
		</div>
	);
	return () => root.unmount();
};
