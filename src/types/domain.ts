/**
 * The plugin's data shapes, as docs/data-contract.md fixes them. Field names are the wire's (snake_case).
 */

export type Weekday =
	| 'monday'
	| 'tuesday'
	| 'wednesday'
	| 'thursday'
	| 'friday'
	| 'saturday'
	| 'sunday';

/** Local time of the point, `HH:MM`. */
export interface OpeningInterval {
	start_time: string;
	end_time: string;
}

/** An empty list is a closed day. */
export type OpeningTimes = Record< Weekday, OpeningInterval[] >;

export interface Position {
	latitude: number;
	longitude: number;
}

export interface ServicePoint {
	id: number;
	name: string;
	carrier: { code: string; name: string };
	carrier_service_point_id: string;
	/** `servicepoint`, `locker`, `post_office`, `carrier_depot` or `''`; the list may grow. */
	shop_type: string;
	carrier_shop_type: string;
	address: {
		street: string;
		house_number: string;
		postal_code: string;
		city: string;
		country_code: string;
	};
	position: Position;
	/** Null when Sendcloud knows no hours at all. */
	opening_times: OpeningTimes | null;
	/** The Monday of the week that the hours are of, `2026-03-09`; null where nobody noted it. */
	opening_week: string | null;
	/** When it opens next, with the offset of the point's own clock; null where nobody knows. */
	next_open_at: string | null;
	/** The carrier has not confirmed it lately. It may take parcels all the same. */
	is_expired: boolean;
	/** Metres from the place searched. */
	distance: number | null;
	post_number: 'none' | 'optional' | 'required';
}

export interface Selection {
	service_point: ServicePoint;
	/** `''` where there is none. */
	post_number: string;
}

export interface Geocoding {
	status: 'matched' | 'partially_matched' | 'not_found';
	precision: string | null;
	formatted_address: string | null;
}

export interface SearchAnswer {
	service_points: ServicePoint[];
	geocoding: Geocoding | null;
}

/** Which service points a package may go to by a shipping rate. The server works it out and gets it back with each search. */
export interface Rule {
	/** Empty: all carriers of the integration. */
	carriers: string[];
	/** Carriers whose points this parcel is too heavy or too large for. */
	without_carriers: string[];
	/** Kinds of points this parcel may not go to. */
	without_shop_types: string[];
	/** Shipping zones the points must lie in; absent: all. */
	zones?: number[];
	/** Why some points are left out, or `''`. */
	hint: string;
}

/** What a picker searches in; the place is one of the three. */
export interface SearchQuery {
	country: string;
	rule: Rule;
	place:
		| { address: string }
		| { position: Position }
		| { box: { north: number; east: number; south: number; west: number } };
	/** The shopper's own filter, within the rule. */
	shop_types?: string[];
	limit?: number;
}

/** Printed by includes/Support/FrontendConfig.php as `window.sendcloudServicePointsConfig`. */
export interface FrontendConfig {
	/** `…/wp-json/sendcloud-service-points/v1/`, with `?rest_route=` on plain permalinks. */
	restUrl: string;
	/** Folder of the webpack output, with a trailing slash: chunks and the map's worker load from there. */
	buildUrl: string;
	/** BCP 47, e.g. `fr-FR`. */
	locale: string;
	openOnChoice: boolean;
	/** Carrier code → address of its picture, on the shop. */
	marks: Record< string, string >;
	/** Metres from a new address at which a point is far; 0: never said. */
	farDistance: number;
	map: {
		provider: 'openfreemap' | 'style' | 'outlines' | 'none';
		styleUrl: string | null;
	};
	/**
	 * The picker bundle and every script it depends on, in load order. They load when the picker is first opened, so a
	 * checkout that has no React of its own pays nothing before that.
	 */
	picker: {
		scripts: Array< { handle: string; src: string } >;
		styles: string[];
		/** Jed locale data of the text domain, for `wp.i18n.setLocaleData`; empty in English. */
		translations: Record< string, unknown >;
	};
}

/** What an adapter asks of the picker. */
export interface PickerRequest {
	country: string;
	/** A `Rule` as the server wrote it: what loads the picker hands it over whole, and the picker reads it. */
	rule: unknown;
	/** Where to search first, e.g. `10 rue de la Paix, 75002 Paris`; empty: the shopper types it. */
	address: string;
	/** A `Selection` in the same way, or null. */
	selected: unknown;
	/** Whether the selected point was chosen for another address: then the picker starts at the new one, without it. */
	hasMoved?: boolean;
	/**
	 * Stores the choice; the dialog closes when it resolves and shows the message when it rejects.
	 */
	onSelect: ( point: ServicePoint, postNumber: string ) => Promise< void >;
	onClose?: () => void;
}

/** `window.sendcloudServicePoints`, set by the picker bundle. */
export interface PickerApi {
	/** Opens the dialog; one at a time. Focus returns to the element that had it. */
	openPicker: ( request: PickerRequest ) => void;
	/** The same picker inside a page, for the locator block; answers how to take it away again. */
	mountLocator: (
		container: HTMLElement,
		options: Pick< PickerRequest, 'country' | 'rule' | 'address' >
	) => () => void;
}
