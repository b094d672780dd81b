/**
 * MapLibre's own words, in the shop's language.
 */
import { __ } from '@wordpress/i18n';

export const translations = (): Record< string, string > => ( {
	'Map.Title': __( 'Map of service points', 'sendcloud-service-points' ),
	'NavigationControl.ZoomIn': __( 'Zoom in', 'sendcloud-service-points' ),
	'NavigationControl.ZoomOut': __( 'Zoom out', 'sendcloud-service-points' ),
	'AttributionControl.ToggleAttribution': __(
		'Show or hide the sources of the map',
		'sendcloud-service-points'
	),
	'CooperativeGesturesHandler.WindowsHelpText': __(
		'Use Ctrl + scroll to zoom the map',
		'sendcloud-service-points'
	),
	'CooperativeGesturesHandler.MacHelpText': __(
		'Use ⌘ + scroll to zoom the map',
		'sendcloud-service-points'
	),
	'CooperativeGesturesHandler.MobileHelpText': __(
		'Use two fingers to move the map',
		'sendcloud-service-points'
	),
	'Marker.Title': __( 'Your position', 'sendcloud-service-points' ),
} );
