/** Carriers with service points, and what each calls its kinds of points. */
export interface Carrier {
	code: string;
	name: string;
	/** The carrier's own word per kind, or null where it has none. */
	shopTypes: {
		servicepoint: string | null;
		locker: string | null;
		post_office: string | null;
		carrier_depot: string | null;
	};
	/** Share of lockers and post offices among its points; the rest are shops, and a few depots. */
	lockers: number;
	postOffices: number;
}

export type ShopKind = keyof Carrier[ 'shopTypes' ];

function carrier(
	code: string,
	name: string,
	lockers: number,
	postOffices: number,
	shopTypes: Partial< Carrier[ 'shopTypes' ] > = {}
): Carrier {
	return {
		code,
		name,
		lockers,
		postOffices,
		shopTypes: {
			servicepoint: null,
			locker: null,
			post_office: null,
			carrier_depot: null,
			...shopTypes,
		},
	};
}

export const CARRIERS: Record< string, Carrier > = Object.fromEntries(
	[
		carrier( 'mondial_relay', 'Mondial Relay', 0.18, 0, {
			servicepoint: '24R',
			locker: 'APM',
		} ),
		carrier( 'chronopost', 'Chronopost', 0.1, 0.15, { servicepoint: 'P' } ),
		carrier( 'colissimo', 'Colissimo', 0.12, 0.4, {
			servicepoint: 'A2P',
			locker: 'PCS',
			post_office: 'BPR',
		} ),
		carrier( 'ups', 'UPS', 0.05, 0 ),
		carrier( 'postnl', 'PostNL', 0.2, 0.05, { locker: 'PBA' } ),
		carrier( 'dhl', 'DHL', 0.3, 0.15, {
			servicepoint: 'paketshop',
			locker: 'packStation',
			post_office: 'postfiliale',
		} ),
		carrier( 'dpd', 'DPD', 0.08, 0, {
			servicepoint: '100',
			locker: '400',
		} ),
		carrier( 'gls', 'GLS', 0.05, 0 ),
		carrier( 'hermes_de', 'Hermes', 0.02, 0, {
			servicepoint: 'PARCELSHOP',
		} ),
		carrier( 'bpost', 'bpost', 0.25, 0.3, {
			locker: 'pack_station',
			post_office: 'post_office',
		} ),
		carrier( 'correos', 'Correos', 0.25, 0.6, {
			locker: 'citypaq',
			post_office: 'oficina',
		} ),
		carrier( 'seur', 'SEUR', 0.05, 0 ),
		carrier( 'poste_italiane', 'Poste Italiane', 0.15, 0.5, {
			servicepoint: 'punto_poste',
			locker: 'locker',
			post_office: 'ufficio_postale',
		} ),
		carrier( 'brt', 'BRT', 0.02, 0 ),
		carrier( 'inpost_it', 'InPost', 0.8, 0, { locker: 'parcel_locker' } ),
		carrier( 'relais_national', 'Relais National', 0, 0 ),
	].map( ( entry ) => [ entry.code, entry ] )
);

/** Carriers that are no more, and who has taken their place: asked for the one, Sendcloud answers with the other. */
export const SUCCESSORS: Record< string, string > = {
	relais_colis: 'relais_national',
};

/** Carriers with the network of another in a country. */
const PARTNERS: Record< string, Record< string, string > > = {
	BE: { dhl: 'bpost' },
	FR: { dpd: 'chronopost' },
};

/** The carriers whose points answer a question about these: `carrier.code` may differ from the one asked for, as documented. */
export const answering = (
	codes: readonly string[],
	country: string
): string[] =>
	codes.map(
		( code ) => SUCCESSORS[ code ] ?? PARTNERS[ country ]?.[ code ] ?? code
	);

export function carrierName( code: string ): string {
	return CARRIERS[ code ]?.name ?? code;
}
