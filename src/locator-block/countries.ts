/** includes/Domain/Coverage.php has the list; Frontend/LocatorBlock.php prints it in the editor. */
declare global {
	interface Window {
		sendcloudServicePointsLocator?: { countries: string[] };
	}
}

const names = new Intl.DisplayNames(
	[ document.documentElement.lang || 'en' ],
	{
		type: 'region',
	}
);

export const countryName = ( code: string ): string => names.of( code ) ?? code;

export const countryOptions = () =>
	( window.sendcloudServicePointsLocator?.countries ?? [] )
		.map( ( value ) => ( { value, label: countryName( value ) } ) )
		.sort( ( a, b ) => a.label.localeCompare( b.label ) );
