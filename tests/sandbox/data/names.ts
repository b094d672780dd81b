/** What streets, shops, lockers and post offices are called; in names, `%s` is a street or the city, `%n` a number. */
import type { CountryCode } from './countries';

export interface Names {
	streets: string[];
	shops: string[];
	lockers: string[];
	postOffices: string[];
}

function list( text: string ): string[] {
	return text.split( '|' ).map( ( name ) => name.trim() );
}

export const NAMES: Record< CountryCode, Names > = {
	FR: {
		streets: list( `
			Rue de la République | Avenue Jean Jaurès | Rue Victor Hugo | Boulevard Gambetta | Place de l’Église |
			Rue du Général de Gaulle | Rue Pasteur | Rue de l'Hôtel de Ville | Avenue de la Libération |
			Rue Émile Zola | Cours Lafayette | Quai de la Gare | Rue d'Alsace | Rue des Écoles |
			Boulevard Voltaire | Rue Saint-Honoré | Impasse du Moulin à Vent | Allée des Tilleuls |
			Rue Jean-Baptiste Clément | Chemin des Œillets
		` ),
		shops: list( `
			Tabac "Le Balto" | L'Épicerie d'à côté | Librairie Papeterie du Marché | Pressing Blanc & Net |
			Vival %s | Carrefour City %s | Fleurs d'Été | Chez Noël & Fils | Le Fournil de Saint-André |
			Presse « Le Kiosque » | Cordonnerie Müller | Alimentation Générale %s |
			Boulangerie Pâtisserie Lefèvre | Phone Point %s | Relais Colis & Cie | Optique Beauséjour |
			Cave à vins L'Ivresse | Bar Tabac des Amis | Mercerie Au Fil de l’Eau | Garage Citroën %s
		` ),
		lockers: list( `
			Locker 24/7 %s | Consigne Pickup %s | Locker Gare de %s
		` ),
		postOffices: list( `
			La Poste %s | Bureau de poste %s
		` ),
	},
	NL: {
		streets: list( `
			Stationsstraat | Kerkstraat | Dorpsstraat | Molenweg | Schoolstraat | Marktplein | Nieuwstraat |
			Julianalaan | Wilhelminastraat | 's-Gravenweg | Burgemeester van Loonstraat | Prins Hendrikkade |
			Parallelweg | Van Goghlaan | Beatrixplein | Oude Gracht | Korte Hoogstraat | Zuidwal |
			Eerste Jan Steenstraat | Hoofdweg
		` ),
		shops: list( `
			Albert Heijn %s | Jumbo %s | Primera %s | Bruna %s | The Read Shop %s | Kapsalon ’t Knipje |
			Bloemenhuis "De Tulp" | Gamma %s | Dierenspeciaalzaak Bello | Slijterij Van den Brûle | Stomerij %s |
			Tabakshop D'n Hoek | Fietsenmaker Jansen & Zn. | Kringloop %s | Broekhuis Boeken | Telefoonwinkel %s |
			Avondwinkel Café 24 | COOP %s
		` ),
		lockers: list( `
			Pakketautomaat %s | Pakketkluis %s | DHL Locker %s | Pakketmuur Station %s
		` ),
		postOffices: list( `
			PostNL-punt %s | Postkantoor %s
		` ),
	},
	BE: {
		streets: list( `
			Stationsstraat | Rue de la Station | Kerkstraat | Chaussée de Bruxelles | Grote Markt | Rue Neuve |
			Nieuwstraat | Avenue Louise | Koning Albertlaan | Rue de l'Église | Steenweg op Gent |
			Boulevard Tirou | Vlaanderenstraat | Place Saint-Lambert | Leopoldstraat | Rue du Pont-à-Celles |
			Molenstraat | Quai de Rome | Brusselsesteenweg
		` ),
		shops: list( `
			Delhaize %s | Carrefour Express %s | Dagbladhandel De Krant | Librairie "Chez Léon" | Night & Day %s |
			Press Shop %s | Spar %s | Krantenwinkel ’t Hoekje | Pralines Neuhaus & Zoon | La Civette d'Ixelles |
			Kiosque à journaux %s | Boekhandel %s | Friterie Chez Éric | Wasserij Sneeuwwit |
			Tabac Presse L’Étoile | AVEVE %s
		` ),
		lockers: list( `
			Cube Locker %s | Pakjesautomaat %s | Distributeur de colis %s
		` ),
		postOffices: list( `
			Postkantoor %s | Bureau de Poste %s | PostPunt %s
		` ),
	},
	DE: {
		streets: list( `
			Hauptstraße | Bahnhofstraße | Schillerstraße | Goethestraße | Gartenstraße | Am Marktplatz |
			Lindenallee | Mühlenweg | Kaiser-Wilhelm-Straße | Karl-Marx-Allee | Schloßplatz | Königstraße |
			Brückenstraße | Große Bergstraße | Münchner Straße | Rosa-Luxemburg-Platz | Straße des 17. Juni |
			Dürerstraße | Industriestraße | Am Alten Güterbahnhof
		` ),
		shops: list( `
			Kiosk "Zum Eck" | Späti %s | Lotto-Tabak-Presse Schäfer | REWE %s | EDEKA Krüger |
			Schreibwaren Müller | Änderungsschneiderei Yıldız | Reinigung Blitz & Blank | Blumen Rösner |
			Trinkhalle %s | Getränke Hoffmann %s | Bäckerei Groß | Handy-Shop %s | Tankstelle %s |
			Papier & Präsent | Reisebüro Süd | Aral Station %s | Obst & Gemüse Öztürk | Fahrrad König |
			Copyshop %s
		` ),
		lockers: list( `
			Packstation %n
		` ),
		postOffices: list( `
			Postfiliale %n | Deutsche Post Filiale %n
		` ),
	},
	ES: {
		streets: list( `
			Calle Mayor | Calle de Alcalá | Avenida de la Constitución | Plaza de España | Calle San Juan |
			Paseo del Prado | Calle Real | Avenida de Andalucía | Calle Cervantes | Ronda de Sant Pere |
			Calle de la Peña | Carrer d'Aragó | Gran Vía | Calle Ramón y Cajal | Calle Doctor Fleming |
			Avenida de Portugal | Calle Nuestra Señora del Pilar | Travesía del Ángel | Plaza del Ayuntamiento
		` ),
		shops: list( `
			Papelería "El Lápiz" | Estanco nº 12 | Frutería La Huerta | Locutorio %s | Librería Cervantes |
			Kiosco %s | Copistería %s | Tintorería Niña Blanca | Ferretería Ibáñez & Hijos |
			Estación de Servicio %s | Floristería El Jardín | Herbolario Núñez | Bazar %s | Zapatería O'Donnell |
			Óptica Peñalver | Alimentación Muñoz | Peluquería Lucía | Charcutería El Ibérico
		` ),
		lockers: list( `
			Citypaq %s | Locker %s 24h | Taquilla Estación %s
		` ),
		postOffices: list( `
			Oficina de Correos %s | Correos %s Suc. %n
		` ),
	},
	IT: {
		streets: list( `
			Via Roma | Via Garibaldi | Corso Vittorio Emanuele II | Piazza del Duomo | Via Dante Alighieri |
			Viale Europa | Via XX Settembre | Via G. Mazzini | Via dell'Università | Largo della Libertà |
			Corso Italia | Via Nazionale | Piazza San Marco | Via Sant'Anna | Viale della Repubblica |
			Via Cavour | Lungomare Cristoforo Colombo | Via A. Manzoni | Vicolo della Luna
		` ),
		shops: list( `
			Tabaccheria "Da Mario" | Edicola %s | Cartoleria L'Angolo | Bar Caffè dell’Orologio |
			Ferramenta Rossi & Figli | Conad City %s | Lavanderia La Perla | Libreria Città del Sole |
			Ricevitoria %s | Alimentari Nonna Pina | Copisteria Universitaria | Parafarmacia Salute & Più |
			Coop %s | Distributore Q8 %s | Telefonia %s | Gelateria Però | Mail Boxes %s | Profumeria D'Amico
		` ),
		lockers: list( `
			Locker %s | Armadietto automatico %s
		` ),
		postOffices: list( `
			Ufficio Postale %s | Poste %s Succ. %n
		` ),
	},
};
