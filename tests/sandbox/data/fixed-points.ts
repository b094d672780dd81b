/**
 * Points with a known id and a known oddity, for tests. Their ids never change; README.md lists them.
 */
import { ALWAYS_OPEN, CLOSED_ALL_WEEK, SPLIT_DAYS } from './hours';
import type { Point } from './point';

export const POINT = {
	/** The documentation's own example: DHL, Eindhoven, an ordinary shop. */
	eindhovenShop: 1000001,
	/** Its second one: a PostNL locker, always open. */
	eindhovenLocker: 1000002,
	/** Mondial Relay, Paris 10e, an ordinary shop; a second one next to it of another carrier. */
	parisShop: 1000010,
	parisChronopost: 1000011,
	/** `Tabac "Le Balto"`, house number `12 bis`. */
	quotedName: 1000012,
	/** `L'Épicerie d'à côté`, no house number. */
	accentedName: 1000013,
	/** `is_expired` in v3, not `is_active` in v2: not confirmed lately, and taking parcels all the same. */
	expired: 1000014,
	/** As old, and no parcels taken any more. */
	stale: 1000020,
	/** Listed and fresh, but check-availability says no. */
	unavailable: 1000015,
	/** Nothing known of its hours, its kind or the carrier's word for it. */
	noHours: 1000016,
	/** Hours known: closed all seven days. */
	closedAllWeek: 1000017,
	/** Two spells a day, closed on Monday and Sunday. */
	splitDays: 1000018,
	/** `<b>` and `&` in the name, as a carrier once wrote it. */
	markupName: 1000019,
	/** Relais National: the answer to `relais_colis`, a carrier that is no more. */
	superseded: 1000021,
	/** Shut for holidays this week, and open again on the Monday after. */
	holiday: 1000022,
	/** DHL Packstation 142, Berlin: a post number is required. */
	packstation: 1000030,
	/** DHL Postfiliale, Berlin: a post number is optional. */
	postfiliale: 1000031,
	/** Hermes, Berlin: no post number. */
	berlinHermes: 1000032,
	/** bpost, Brussels: another country than all of the above. */
	brussels: 1000040,
	/** Correos, Madrid. */
	madrid: 1000041,
	/** Poste Italiane, Rome. */
	rome: 1000042,
	/** Correos, Las Palmas de Gran Canaria: in Spain, and far from the mainland's prices. */
	lasPalmas: 1000043,
	/** No such point, in any version. */
	missing: 1999999,
} as const;

type Oddity = Partial< Point > & Pick< Point, 'id' | 'name' >;

const SHOP_HOURS: Point[ 'hours' ] = [
	...Array.from( { length: 5 }, () => [ [ '09:00', '18:00' ] as const ] ),
	[ [ '09:00', '17:00' ] ],
	[],
];

function fixed( base: Omit< Point, 'id' | 'name' >, oddity: Oddity ): Point {
	const country = oddity.country ?? base.country;
	return {
		...base,
		...oddity,
		carrierPointId: `${ country }-${ String( oddity.id - 1_000_000 ).padStart( 5, '0' ) }`,
	};
}

const DEFAULTS = {
	carrierPointId: '',
	carrierShopType: null,
	kind: 'servicepoint',
	email: '',
	phone: '',
	hours: SHOP_HOURS,
	expired: false,
	available: true,
} as const;

const EINDHOVEN = {
	...DEFAULTS,
	carrier: 'dhl',
	carrierShopType: 'paketshop',
	street: 'Stadhuisplein',
	houseNumber: '1',
	postalCode: '5611 EM',
	city: 'Eindhoven',
	country: 'NL',
	latitude: 51.438022,
	longitude: 5.478543,
} as const;

const PARIS = {
	...DEFAULTS,
	carrier: 'mondial_relay',
	carrierShopType: '24R',
	street: 'Rue du Faubourg Saint-Denis',
	houseNumber: '84',
	postalCode: '75010',
	city: 'Paris',
	country: 'FR',
	latitude: 48.8745,
	longitude: 2.3563,
} as const;

const BERLIN = {
	...DEFAULTS,
	carrier: 'dhl',
	street: 'Rosenthaler Straße',
	houseNumber: '40',
	postalCode: '10178',
	city: 'Berlin',
	country: 'DE',
	latitude: 52.524,
	longitude: 13.4023,
} as const;

export const FIXED_POINTS: readonly Point[] = [
	fixed( EINDHOVEN, {
		id: POINT.eindhovenShop,
		name: 'Stadhuisplein Parcel Shop',
	} ),
	fixed( EINDHOVEN, {
		id: POINT.eindhovenLocker,
		name: 'PostNL Pakketautomaat Station',
		carrier: 'postnl',
		carrierShopType: 'PBA',
		kind: 'locker',
		street: 'Stationsplein',
		houseNumber: '17',
		postalCode: '5611 AC',
		latitude: 51.4433,
		longitude: 5.4796,
		hours: ALWAYS_OPEN,
	} ),
	fixed( PARIS, { id: POINT.parisShop, name: 'Relais du Faubourg' } ),
	fixed( PARIS, {
		id: POINT.parisChronopost,
		name: 'Pressing de la Porte',
		carrier: 'chronopost',
		carrierShopType: 'P',
		houseNumber: '90',
		latitude: 48.8749,
		longitude: 2.3566,
	} ),
	fixed( PARIS, {
		id: POINT.quotedName,
		name: 'Tabac "Le Balto"',
		street: 'Boulevard de Strasbourg',
		houseNumber: '12 bis',
		latitude: 48.8728,
		longitude: 2.3553,
	} ),
	fixed( PARIS, {
		id: POINT.accentedName,
		name: "L'Épicerie d'à côté",
		street: "Rue de l'Échiquier",
		houseNumber: '',
		latitude: 48.8721,
		longitude: 2.3531,
	} ),
	fixed( PARIS, {
		id: POINT.expired,
		name: 'Ancienne Mercerie',
		houseNumber: '61',
		latitude: 48.8737,
		longitude: 2.3561,
		expired: true,
	} ),
	fixed( PARIS, {
		id: POINT.stale,
		name: 'Quincaillerie oubliée',
		houseNumber: '63',
		latitude: 48.8738,
		longitude: 2.3562,
		expired: true,
		available: false,
	} ),
	fixed( PARIS, {
		id: POINT.unavailable,
		name: 'Point Complet',
		houseNumber: '102',
		latitude: 48.8761,
		longitude: 2.357,
		available: false,
	} ),
	fixed( PARIS, {
		id: POINT.noHours,
		name: 'Kiosque sans horaires',
		houseNumber: '110',
		latitude: 48.8766,
		longitude: 2.3573,
		carrierShopType: null,
		kind: null,
		hours: null,
	} ),
	fixed( PARIS, {
		id: POINT.closedAllWeek,
		name: 'Fermé pour travaux',
		houseNumber: '118',
		latitude: 48.8771,
		longitude: 2.3576,
		hours: CLOSED_ALL_WEEK,
	} ),
	fixed( PARIS, {
		id: POINT.splitDays,
		name: 'Cordonnerie du Midi',
		houseNumber: '54',
		latitude: 48.8732,
		longitude: 2.3559,
		hours: SPLIT_DAYS,
	} ),
	fixed( PARIS, {
		id: POINT.markupName,
		name: 'Presse <b>Durand & Fils</b>',
		houseNumber: '48',
		latitude: 48.8727,
		longitude: 2.3557,
	} ),
	fixed( PARIS, {
		id: POINT.superseded,
		name: 'Relais des Deux Gares',
		carrier: 'relais_national',
		carrierShopType: null,
		houseNumber: '124',
		latitude: 48.8775,
		longitude: 2.3579,
	} ),
	fixed( PARIS, {
		id: POINT.holiday,
		name: 'Librairie en congé',
		houseNumber: '126',
		latitude: 48.8776,
		longitude: 2.358,
		onHoliday: true,
	} ),
	fixed( BERLIN, {
		id: POINT.packstation,
		name: 'Packstation 142',
		carrierShopType: 'packStation',
		kind: 'locker',
		hours: ALWAYS_OPEN,
	} ),
	fixed( BERLIN, {
		id: POINT.postfiliale,
		name: 'Postfiliale 503',
		carrierShopType: 'postfiliale',
		kind: 'post_office',
		houseNumber: '44',
		latitude: 52.5246,
		longitude: 13.4028,
	} ),
	fixed( BERLIN, {
		id: POINT.berlinHermes,
		name: 'Kiosk "Zum Eck"',
		carrier: 'hermes_de',
		carrierShopType: 'PARCELSHOP',
		houseNumber: '51',
		latitude: 52.5252,
		longitude: 13.4021,
	} ),
	fixed( BERLIN, {
		id: POINT.brussels,
		name: 'PostPunt Beurs / Bourse',
		carrier: 'bpost',
		carrierShopType: 'post_office',
		kind: 'post_office',
		street: 'Boulevard Anspach',
		houseNumber: '80',
		postalCode: '1000',
		city: 'Bruxelles',
		country: 'BE',
		latitude: 50.8479,
		longitude: 4.3497,
	} ),
	fixed( BERLIN, {
		id: POINT.madrid,
		name: 'Papelería "El Lápiz"',
		carrier: 'correos',
		street: 'Calle Mayor',
		houseNumber: '8',
		postalCode: '28013',
		city: 'Madrid',
		country: 'ES',
		latitude: 40.4163,
		longitude: -3.7052,
	} ),
	fixed( BERLIN, {
		id: POINT.lasPalmas,
		name: 'Estanco Triana',
		carrier: 'correos',
		street: 'Calle Triana',
		houseNumber: '60',
		postalCode: '35001',
		city: 'Las Palmas de Gran Canaria',
		country: 'ES',
		latitude: 28.1235,
		longitude: -15.4363,
	} ),
	fixed( BERLIN, {
		id: POINT.rome,
		name: 'Ufficio Postale Roma 158',
		carrier: 'poste_italiane',
		carrierShopType: 'ufficio_postale',
		kind: 'post_office',
		street: "Via dell'Università",
		houseNumber: '3',
		postalCode: '00185',
		city: 'Roma',
		country: 'IT',
		latitude: 41.9009,
		longitude: 12.5021,
	} ),
];
