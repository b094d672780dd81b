import { createRoot } from '@wordpress/element';
import { readConfig } from '../diagnostics/api';
import { Guide } from './guide';
import './style.scss';

const container = document.getElementById( 'scsp-onboarding' );
if ( container ) {
	createRoot( container ).render(
		<Guide config={ readConfig( container ) } />
	);
}
