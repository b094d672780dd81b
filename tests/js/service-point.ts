import type { OpeningTimes, ServicePoint } from '../../src/types/domain';

export const openingTimes = (
	times: Partial< OpeningTimes > = {}
): OpeningTimes => ( {
	monday: [],
	tuesday: [],
	wednesday: [],
	thursday: [],
	friday: [],
	saturday: [],
	sunday: [],
	...times,
} );

export const servicePoint = (
	point: Partial< ServicePoint > = {}
): ServicePoint => ( {
	id: 1,
	name: 'Stadhuisplein Parcel Shop',
	carrier: { code: 'postnl', name: 'PostNL' },
	carrier_service_point_id: 'NL-00001',
	shop_type: 'servicepoint',
	carrier_shop_type: '',
	address: {
		street: 'Stadhuisplein',
		house_number: '1',
		postal_code: '5611 EM',
		city: 'Eindhoven',
		country_code: 'NL',
	},
	position: { latitude: 51.438022, longitude: 5.478543 },
	opening_times: openingTimes(),
	opening_week: null,
	next_open_at: null,
	is_expired: false,
	distance: 85,
	post_number: 'none',
	...point,
} );
