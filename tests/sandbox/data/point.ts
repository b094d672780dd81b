/** The sandbox's own idea of a point; the API versions each write it their way. */
import type { CountryCode } from './countries';
import type { ShopKind } from './carriers';

/** Local times, `HH:MM`. */
export type Interval = readonly [ string, string ];

/** Monday first, always seven days; an empty day is closed. */
export type Week = ReadonlyArray< readonly Interval[] >;

export interface Point {
	id: number;
	name: string;
	carrier: string;
	carrierPointId: string;
	carrierShopType: string | null;
	/** Null when Sendcloud does not say. */
	kind: ShopKind | null;
	street: string;
	houseNumber: string;
	/** As v3 writes it, e.g. `5611 EM`. */
	postalCode: string;
	city: string;
	country: CountryCode;
	latitude: number;
	longitude: number;
	email: string;
	phone: string;
	/** Null when nothing is known of the hours. */
	hours: Week | null;
	/** Shut all week, whatever its hours; open again on Monday. */
	onHoliday?: boolean;
	expired: boolean;
	available: boolean;
}
