<?php
/**
 * Which names mean a carrier's point, and which the shop's own place. What merchants write, in the plugin's languages.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Shipping;

use SendcloudServicePoints\Tests\Integration\TestCase;
use WC_Shipping_Rate;

final class MethodNamesTest extends TestCase {

	private const OF_CARRIERS = [
		// English.
		'Service Point Delivery',
		'Service point',
		'Service point (2-3 days)',
		'Service point or locker near you',
		'Service point delivery – free from €50',
		'Service point: DHL, UPS or PostNL',
		'Service point – over 40.000 shops',
		'Delivery to a service point in a shop near you',
		'Parcel shop delivery (DPD)',
		'Pickup point delivery – parcel shop or locker',
		// French.
		'Point relais',
		'POINT RELAIS',
		'Point relais® – Mondial Relay (3 à 5 jours)',
		'Point relais&reg; Mondial Relay',
		'Point relais près de chez vous',
		'Point relais (chez un commerçant)',
		'Point relais – en magasin partenaire',
		'Point relais – un de nos 12 000 partenaires',
		'Point relais Mondial Relay, en magasin ou en Locker',
		'Point relais dans une boutique du quartier',
		'Point relais ou point de dépôt Chronopost',
		'Relais colis',
		'Relais Colis 48h',
		'Relais colis – offert dès 49 €',
		'LIVRAISON EN POINT RELAIS',
		'Livraison en point relais (gratuite)',
		'Livraison Point Relais – Shop2Shop by Chronopost',
		'Retrait en point relais sous 4 jours',
		// Dutch.
		'Servicepunt levering',
		'Afhalen bij een servicepunt (PostNL)',
		'Bezorgen bij een servicepunt in de buurt',
		'Servicepunt: een winkel in de buurt',
		// German.
		'Paketshop-Zustellung',
		'Paketshop (Hermes, GLS)',
		'Paketshop in Ihrer Nähe',
		'Paketshop: DHL Shop oder Filiale',
		'Lieferung an eine Packstation',
		'Lieferung an einen Paketshop – 2 bis 3 Werktage',
		// Spanish.
		'Punto de recogida',
		'Punto de recogida (24/48h)',
		'Punto de recogida Correos',
		'Punto de recogida: SEUR Pickup, InPost o GLS',
		'Punto de recogida más cercano - gratis a partir de 50€',
		'Entrega en punto de recogida',
		'Entrega en punto de recogida cerca de tu casa',
		'Entrega en punto de servicio',
		// Italian.
		'Punto di ritiro',
		'Punto di ritiro BRT Fermopoint (1-2 giorni lavorativi)',
		'Punto di ritiro o locker InPost',
		'Punto di ritiro vicino a te, gratis da 39,90 €',
		'Consegna presso un punto di ritiro',
		'Consegna a un punto di ritiro GLS',
	];

	private const OF_SHOPS = [
		// English.
		'Service point in our shop',
		'Service point – in store',
		'Service point at the warehouse',
		'Service points of our loyalty programme',
		'Pickup point delivery to our showroom',
		'Service point (click & collect)',
		// French.
		'Relais colis: chez nous',
		'Point relais : notre boutique',
		'Point relais en magasin',
		'Point relais – à la ferme',
		'Point relais à l’atelier (sur rendez-vous)',
		'Retrait en point relais sur place',
		'Point relais Click & Collect',
		// Dutch.
		'Servicepunt in onze winkel',
		'Servicepunt in de winkel',
		'Afhalen bij een servicepunt: ons magazijn',
		'Servicepunt ter plaatse',
		// German.
		'Paketshop in unserem Laden',
		'Paketshop – Abholung bei uns',
		'Paketshop im Geschäft',
		'Paketshop (Filiale Berlin)',
		// Spanish.
		'Punto de recogida en nuestra tienda',
		'Punto de recogida en tienda',
		'Punto de recogida: Calle Mayor 5, Madrid',
		'Punto de recogida Bar Pepe',
		'Entrega en punto de recogida: el taller',
		// Italian.
		'Punto di ritiro in negozio',
		'Punto di ritiro presso la nostra sede',
		'Punto di ritiro da noi',
		'Punto di ritiro: Via Roma 5',
		'Punto di ritiro Milano',
		'Consegna presso un punto di ritiro: il nostro magazzino',
		// Nothing of the kind, or not at the beginning.
		'Domicile ou point relais',
		'Livraison à domicile',
		'Retrait en magasin',
		'Abholung im Laden',
		'',
		'–',
	];

	/** @return array<string, array{string, bool}> */
	public function names(): array {
		$cases = [];
		foreach ( [ ...self::OF_CARRIERS, ...self::OF_SHOPS ] as $name ) {
			$cases[ "\"{$name}\"" ] = [ $name, in_array( $name, self::OF_CARRIERS, true ) ];
		}
		return $cases;
	}

	/** @dataProvider names */
	public function test_only_a_name_that_means_a_carriers_point_is_recognised( string $name, bool $is_relay ): void {
		self::assertSame( $is_relay, $this->needs_point( $name ) );
	}

	public function test_the_same_in_a_locale_that_writes_accents_otherwise(): void {
		add_filter( 'locale', static fn (): string => 'de_DE' );

		self::assertFalse( $this->needs_point( 'Paketshop im Geschäft' ) );
		self::assertTrue( $this->needs_point( 'Paketshop in Ihrer Nähe' ) );
	}

	public function test_a_carrier_that_the_account_has_is_one(): void {
		self::assertFalse( $this->needs_point( 'Punto de recogida Acme Post' ) );

		add_filter( 'sendcloud_service_points_carriers', static fn ( array $labels ): array => $labels + [ 'acme_post' => 'Acme Post' ] );

		self::assertTrue( $this->needs_point( 'Punto de recogida ACME post' ) );
	}

	public function test_what_a_shop_adds_means_what_it_says(): void {
		add_filter( 'sendcloud_service_points_method_names', static fn ( array $names ): array => [ ...$names, 'Punto di ritiro in negozio' ] );

		self::assertTrue( $this->needs_point( 'Punto di ritiro in negozio' ) );
		self::assertFalse( $this->needs_point( 'Punto di ritiro in sede' ) );
	}

	private function needs_point( string $name ): bool {
		return sendcloud_service_points_rate_needs_point( new WC_Shipping_Rate( 'flat_rate:99', $name, '5', [], 'flat_rate', 99 ) );
	}
}
