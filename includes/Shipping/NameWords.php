<?php
/**
 * What the words after "Point relais", "Punto di ritiro" and the like say of the place: a carrier's point, or the shop itself.
 *
 * Words are lower case, without accents and punctuation, one space apart. Only a singular is the shop: "in 10.000 Läden" is a network.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping;

final class NameWords {

	/** Whose place it is, in so many words. */
	private const OURS = 'our|my|notre|nos|mon|chez nous|avec nous|nuestr[oa]s?|nosotr[oa]s|nostr[oaie]|noi|onze|ons|mijn|unser(e[mnrs]?)?|uns|mein(e[mnr]?)?'
		. '|sur place|in loco|in sede|en sede|vor ort|ter plaatse|on site|(click|klik|clic) (and |en |et |e |y |und )?(collect|recoge|ritira)';

	/** A place that a merchant has. */
	private const PLACES = 'shop|store|showroom|warehouse|farm|magasin|boutique|atelier|entrepot|ferme|domaine|tienda|almacen|taller|fabrica|granja|bodega'
		. '|negozio|bottega|magazzino|laboratorio|azienda|cantina|winkel|magazijn|boerderij|werkplaats|laden|hofladen|geschae?ft|filiale|lager|werkstatt';

	/** Just before a place: it is any of many. */
	private const ANY = '(?<!\bun )(?<!\bune )(?<!\bein )(?<!\beinem )(?<!\beiner )(?<!\been )(?<!\buna )(?<!\bin a )(?<!\bat a )(?<!\bparcel )(?<!\bpaket )';

	/** The place or its owner is one of a network. */
	private const NETWORK = 'partenaires?|partners?|asociad[oa]s?|colaborador(as?|es)?|convenzionat[oaie]|affilie?s?|affiliat[oaie]|reseau|network|netwerk|netzwerk|red|rete|proximite';

	/** Beside carriers and numbers ("50 €" has become "50e"): times, prices, and words that go between. */
	private const HARMLESS = 'a|al|alla|allo|ai|anche|con|d|da|dal|de|del|della|delle|desde|di|e|el|en|entre|fino|hasta|i|il|in|la|las|le|lo|los|mas|meno|mi|o|oltre|para|per|piu|por|presso|su|tra|tu|tuo|u|un|una|y'
		. '|cerca|cercano|cercana|casa|vicino|vicina|te|ti|zona|scelta|eleccion|preferito'
		. '|consegna|consegne|spedizione|corriere|ritiro|entrega|envio|mensajeria|transportista|recogida|recoge|ritira|pick|up|pickup|pudo|service|express|standard|estandar|economy|economico|economica|rapido|rapida|ordinaria'
		. '|dia|dias|giorno|giorni|giornata|hora|horas|ora|ore|h|min|laborable|laborables|habiles|lavorativo|lavorativi|feriali|settimana|semana'
		. '|gratis|gratuito|gratuita|free|eur|euro|euros|iva|incluido|inclusa|incluso|partir'
		. '|locker|lockers|taquilla|taquillas|parcel|shop|parcelshop|point|points|punto|punti|puntos|oficina|oficinas|ufficio|uffici|posta|postale|postali|tabacchi|tabaccheria|edicola|edicole|kiosko|estanco'
		. '|relay|pack|access|bartolini|fermopoint|inpost|sda|mrw|nacex|ctt|tipsa|celeritas|paack|zeleris|nexive|tnt|fedex|amazon|packeta|vinted|citypaq|espana|italia|europa';

	/** The names of carriers, for a regular expression. */
	private readonly string $carriers;

	/** @param list<string> $carriers Their names, written like the words. */
	public function __construct( array $carriers ) {
		$this->carriers = implode( '|', array_map( static fn ( string $name ): string => preg_quote( $name, '/' ), array_diff( $carriers, [ '' ] ) ) );
	}

	/** @param bool $is_ambiguous Whether the words must say so, since what they follow does not. */
	public function mean_a_carriers_point( string $words, bool $is_ambiguous ): bool {
		if ( ! self::have( self::NETWORK, $words ) && ( self::have( self::OURS, $words ) || $this->are_of_a_place( $words ) ) ) {
			return false;
		}
		return ! $is_ambiguous || 1 === preg_match( "/^(\\b($this->carriers|" . self::HARMLESS . '|\d+[eh]?)\b ?)*$/', $words );
	}

	/** "Mondial Relay, en magasin" is the carrier's. */
	private function are_of_a_place( string $words ): bool {
		return 1 === preg_match( '/' . self::ANY . '\b(' . self::PLACES . ')\b/', $words ) && ! self::have( $this->carriers, $words );
	}

	private static function have( string $alternatives, string $words ): bool {
		return '' !== $alternatives && 1 === preg_match( "/\\b($alternatives)\\b/", $words );
	}
}
