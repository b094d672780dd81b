import { createRoot } from '@wordpress/element';
import type { PickerApi } from '../types/domain';
import { Picker } from './picker';

export const mountLocator: PickerApi[ 'mountLocator' ] = (
	container,
	{ country, carriers, address }
) => {
	const root = createRoot( container );
	root.render(
		<div className="scsp-picker scsp-locator">
			<Picker
				country={ country }
				carriers={ carriers }
				address={ address }
			/>
		</div>
	);
	return () => root.unmount();
};
