/**
 * What differs from country to country: the carriers, and how addresses and hours are written.
 */
export type CountryCode = 'FR' | 'NL' | 'BE' | 'DE' | 'ES' | 'IT';

export interface Country {
	/** As the geocoder writes it. */
	name: string;
	timeZone: string;
	/** Carrier code → its share of the points. */
	carriers: Record< string, number >;
	/** `Rue de la Paix 12` or `12 Rue de la Paix`. */
	numberFirst: boolean;
	/** Dutch postcodes end in letters. */
	lettersInPostalCode: boolean;
	/** Whether shops close at midday. */
	middayBreak: number;
}

export const COUNTRIES: Record< CountryCode, Country > = {
	FR: {
		name: 'France',
		timeZone: 'Europe/Paris',
		carriers: {
			mondial_relay: 40,
			chronopost: 22,
			colissimo: 23,
			ups: 15,
		},
		numberFirst: true,
		lettersInPostalCode: false,
		middayBreak: 0.5,
	},
	NL: {
		name: 'Nederland',
		timeZone: 'Europe/Amsterdam',
		carriers: { postnl: 38, dhl: 30, dpd: 14, ups: 10, gls: 8 },
		numberFirst: false,
		lettersInPostalCode: true,
		middayBreak: 0.12,
	},
	BE: {
		name: 'België / Belgique',
		timeZone: 'Europe/Brussels',
		carriers: { bpost: 40, postnl: 18, dpd: 20, mondial_relay: 22 },
		numberFirst: false,
		lettersInPostalCode: false,
		middayBreak: 0.3,
	},
	DE: {
		name: 'Deutschland',
		timeZone: 'Europe/Berlin',
		carriers: { dhl: 45, dpd: 17, hermes_de: 18, ups: 10, gls: 10 },
		numberFirst: false,
		lettersInPostalCode: false,
		middayBreak: 0.2,
	},
	ES: {
		name: 'España',
		timeZone: 'Europe/Madrid',
		carriers: { correos: 38, mondial_relay: 24, seur: 23, ups: 15 },
		numberFirst: false,
		lettersInPostalCode: false,
		middayBreak: 0.65,
	},
	IT: {
		name: 'Italia',
		timeZone: 'Europe/Rome',
		carriers: {
			poste_italiane: 38,
			brt: 20,
			ups: 12,
			gls: 15,
			inpost_it: 15,
		},
		numberFirst: false,
		lettersInPostalCode: false,
		middayBreak: 0.6,
	},
};

export function isCountryCode( value: string ): value is CountryCode {
	return Object.hasOwn( COUNTRIES, value );
}
