/** Countries in which Sendcloud's carriers have service points. */
const CODES = [
	'AT',
	'BE',
	'BG',
	'CH',
	'CY',
	'CZ',
	'DE',
	'DK',
	'EE',
	'ES',
	'FI',
	'FR',
	'GB',
	'GR',
	'HR',
	'HU',
	'IE',
	'IT',
	'LT',
	'LU',
	'LV',
	'MC',
	'NL',
	'NO',
	'PL',
	'PT',
	'RO',
	'SE',
	'SI',
	'SK',
];

const names = new Intl.DisplayNames(
	[ document.documentElement.lang || 'en' ],
	{
		type: 'region',
	}
);

export const countryName = ( code: string ): string => names.of( code ) ?? code;

export const countryOptions = () =>
	CODES.map( ( value ) => ( { value, label: countryName( value ) } ) ).sort(
		( a, b ) => a.label.localeCompare( b.label )
	);
