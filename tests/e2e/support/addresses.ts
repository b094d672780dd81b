/** Shoppers who live a few steps from a point with a fixed id in the sandbox. */
export interface Address {
	first_name: string;
	last_name: string;
	address_1: string;
	postcode: string;
	city: string;
	country: string;
	/** As the country is named in the shop's lists. */
	countryName: string;
	email: string;
	phone: string;
}

const person = {
	first_name: 'Claire',
	last_name: 'Dubois',
	email: 'claire@example.com',
	phone: '+33123456789',
};

export const PARIS: Address = {
	...person,
	address_1: '80 Rue du Faubourg Saint-Denis',
	postcode: '75010',
	city: 'Paris',
	country: 'FR',
	countryName: 'France',
};

export const EINDHOVEN: Address = {
	...person,
	address_1: 'Stadhuisplein 3',
	postcode: '5611 EM',
	city: 'Eindhoven',
	country: 'NL',
	countryName: 'Netherlands',
};

export const BRUSSELS: Address = {
	...person,
	address_1: 'Boulevard Anspach 82',
	postcode: '1000',
	city: 'Bruxelles',
	country: 'BE',
	countryName: 'Belgium',
};

export const BERLIN: Address = {
	...person,
	address_1: 'Rosenthaler Straße 42',
	postcode: '10178',
	city: 'Berlin',
	country: 'DE',
	countryName: 'Germany',
};
