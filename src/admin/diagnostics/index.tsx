import { createRoot } from '@wordpress/element';
import { readConfig } from './api';
import { DiagnosticsPage } from './page';
import './style.scss';

const container = document.getElementById( 'scsp-diagnostics' );
if ( container ) {
	createRoot( container ).render(
		<DiagnosticsPage config={ readConfig( container ) } />
	);
}
