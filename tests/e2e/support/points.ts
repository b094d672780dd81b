/** The sandbox' fixed points that these tests choose, with what a shopper reads of them. */
import { POINT } from '../../sandbox/data/fixed-points';

export interface Point {
	id: number;
	name: string;
	/** As the point's country writes it. */
	street: string;
	/** As Sendcloud's panel writes it: the street, then the number. */
	panelStreet: string;
	city: string;
}

export const FAUBOURG: Point = {
	id: POINT.parisShop,
	name: 'Relais du Faubourg',
	street: '84 Rue du Faubourg Saint-Denis',
	panelStreet: 'Rue du Faubourg Saint-Denis 84',
	city: '75010 Paris',
};

/** Its carrier needs the shopper's telephone number. */
export const CHRONOPOST: Point = {
	id: POINT.parisChronopost,
	name: 'Pressing de la Porte',
	street: '90 Rue du Faubourg Saint-Denis',
	panelStreet: 'Rue du Faubourg Saint-Denis 90',
	city: '75010 Paris',
};

/** A name that must be escaped everywhere. */
export const BALTO: Point = {
	id: POINT.quotedName,
	name: 'Tabac "Le Balto"',
	street: '12 bis Boulevard de Strasbourg',
	panelStreet: 'Boulevard de Strasbourg 12 bis',
	city: '75010 Paris',
};

/** Of old details. */
export const MERCERIE: Point = {
	id: POINT.expired,
	name: 'Ancienne Mercerie',
	street: '61 Rue du Faubourg Saint-Denis',
	panelStreet: 'Rue du Faubourg Saint-Denis 61',
	city: '75010 Paris',
};

/** Of bpost, which serves DHL in Belgium. */
export const BOURSE: Point = {
	id: POINT.brussels,
	name: 'PostPunt Beurs / Bourse',
	street: 'Boulevard Anspach 80',
	panelStreet: 'Boulevard Anspach 80',
	city: '1000 Bruxelles',
};

/** Markup in its name. */
export const DURAND: Point = {
	id: POINT.markupName,
	name: 'Presse <b>Durand & Fils</b>',
	street: '48 Rue du Faubourg Saint-Denis',
	panelStreet: 'Rue du Faubourg Saint-Denis 48',
	city: '75010 Paris',
};

export const STADHUISPLEIN: Point = {
	id: POINT.eindhovenShop,
	name: 'Stadhuisplein Parcel Shop',
	street: 'Stadhuisplein 1',
	panelStreet: 'Stadhuisplein 1',
	city: '5611 EM Eindhoven',
};

export const PACKSTATION: Point = {
	id: POINT.packstation,
	name: 'Packstation 142',
	street: 'Rosenthaler Straße 40',
	panelStreet: 'Rosenthaler Straße 40',
	city: '10178 Berlin',
};

export { POINT };
