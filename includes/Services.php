<?php
/**
 * The shared services, each made once and only when somebody asks for it. What a single feature needs, the feature makes.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints;

use Closure;
use SendcloudServicePoints\Availability\StatusKeeper;
use SendcloudServicePoints\Checkout\CheckoutSelections;
use SendcloudServicePoints\Checkout\ChosenRate;
use SendcloudServicePoints\Checkout\OrderChoices;
use SendcloudServicePoints\Checkout\PaymentGuard;
use SendcloudServicePoints\Checkout\SelectionStore;
use SendcloudServicePoints\Checkout\SelectionValidator;
use SendcloudServicePoints\Checkout\ShippingPackages;
use SendcloudServicePoints\Export\ExportPolicy;
use SendcloudServicePoints\Export\ExportQueue;
use SendcloudServicePoints\Export\Schedule;
use SendcloudServicePoints\Frontend\Assets;
use SendcloudServicePoints\Frontend\FrontendConfig;
use SendcloudServicePoints\Marks\CarrierMarks;
use SendcloudServicePoints\Marks\Download;
use SendcloudServicePoints\Marks\MarkUpdates;
use SendcloudServicePoints\Order\HoursFormatter;
use SendcloudServicePoints\Order\OrderDisplay;
use SendcloudServicePoints\Order\OrderServicePoints;
use SendcloudServicePoints\Order\PointFormatter;
use SendcloudServicePoints\Order\RelayLines;
use SendcloudServicePoints\Order\TelephoneRule;
use SendcloudServicePoints\Rest\LimitedSource;
use SendcloudServicePoints\Rest\Visitor;
use SendcloudServicePoints\Rest\VisitorLimit;
use SendcloudServicePoints\Sendcloud\Authorization;
use SendcloudServicePoints\Sendcloud\Budget;
use SendcloudServicePoints\Sendcloud\Integrations;
use SendcloudServicePoints\Sendcloud\Orders;
use SendcloudServicePoints\Sendcloud\OwnCarriers;
use SendcloudServicePoints\Sendcloud\ServicePoints\CachedSource;
use SendcloudServicePoints\Sendcloud\ServicePoints\CircuitBreaker;
use SendcloudServicePoints\Sendcloud\ServicePoints\FallbackSource;
use SendcloudServicePoints\Sendcloud\ServicePoints\ServicePointSource;
use SendcloudServicePoints\Sendcloud\ServicePoints\V2Source;
use SendcloudServicePoints\Sendcloud\ServicePoints\V3Source;
use SendcloudServicePoints\Sendcloud\Token;
use SendcloudServicePoints\Sendcloud\Transport;
use SendcloudServicePoints\Sendcloud\Urgency;
use SendcloudServicePoints\Settings\ExportSettings;
use SendcloudServicePoints\Settings\Settings;
use SendcloudServicePoints\Shipping\MethodNames;
use SendcloudServicePoints\Shipping\MethodSettings;
use SendcloudServicePoints\Shipping\RelayRates;
use SendcloudServicePoints\Shipping\Rules\PackageRules;
use SendcloudServicePoints\Shipping\Rules\RuleBook;
use SendcloudServicePoints\Shipping\Zones\ZoneLimit;
use SendcloudServicePoints\Subscriptions\RecurringPackages;
use SendcloudServicePoints\Support\Cache;
use SendcloudServicePoints\Support\Counter;
use SendcloudServicePoints\Support\Logger;
use SendcloudServicePoints\Support\OfficialPlugin;

final class Services {

	/** @var array<class-string, object> */
	private array $made = [];

	/** @param string $file The main plugin file. */
	public function __construct( private readonly string $file ) {}

	public function settings(): Settings {
		return $this->once( Settings::class, static fn () => new Settings() );
	}

	public function logger(): Logger {
		return $this->once( Logger::class, static fn () => new Logger() );
	}

	public function official_plugin(): OfficialPlugin {
		return $this->once( OfficialPlugin::class, static fn () => new OfficialPlugin() );
	}

	public function assets(): Assets {
		return $this->once( Assets::class, fn () => new Assets( $this->file, fn () => new FrontendConfig( $this->file, $this->settings(), $this->marks() ) ) );
	}

	public function authorization(): Authorization {
		return $this->once( Authorization::class, fn () => new Authorization( $this->settings(), $this->memory(), $this->token() ) );
	}

	public function token(): Token {
		return $this->once( Token::class, fn () => new Token( $this->settings(), $this->memory() ) );
	}

	public function transport(): Transport {
		return $this->once( Transport::class, fn () => new Transport( $this->settings(), $this->authorization(), $this->budget(), $this->logger() ) );
	}

	public function budget(): Budget {
		return $this->once( Budget::class, static fn () => new Budget() );
	}

	/** Asked from the outside in: the cache, the circuit breaker, then Sendcloud's API v3 or v2. */
	public function source(): CachedSource {
		return $this->once( CachedSource::class, fn () => $this->cached( $this->sendcloud() )->asking_after_failure() );
	}

	/** Whatever stands between them and Sendcloud, all share what is remembered. */
	public function cached( ServicePointSource $source ): CachedSource {
		return new CachedSource( $source, new Cache( 'answers', 2000, Settings::ACCOUNT ), $this->settings() );
	}

	/** For visitors of the shop, whose share of the account's requests is limited. What is remembered costs nobody anything. */
	public function visitors_source(): CachedSource {
		$visitor = new Visitor( $this->settings() );
		return $this->cached(
			new LimitedSource(
				$this->sendcloud(),
				new VisitorLimit( new Counter( 'visitors' ), $visitor ),
				new VisitorLimit( new Counter( 'choices' ), $visitor, part: 3 )
			)
		);
	}

	/** For work that nobody waits for. */
	public function background_source(): CachedSource {
		return $this->cached( $this->asked_through( $this->transport()->with_urgency( Urgency::Background ) ) );
	}

	/** Sendcloud itself, when it is not left alone. */
	public function sendcloud(): ServicePointSource {
		return $this->once( ServicePointSource::class, fn () => $this->asked_through( $this->transport() ) );
	}

	private function asked_through( Transport $transport ): ServicePointSource {
		$v3 = new V3Source( $transport, $this->settings(), new OwnCarriers( $this->settings() ) );
		$v2 = new V2Source( $transport, $this->settings() );
		return new CircuitBreaker( new FallbackSource( $v3, $v2, $this->memory(), $this->settings() ), $this->memory(), $this->settings() );
	}

	/** What was learnt of the account: a few things at a time. */
	private function memory(): Cache {
		return $this->once( Cache::class, static fn () => new Cache( 'sendcloud', 10 ) );
	}

	public function integrations(): Integrations {
		return $this->once( Integrations::class, fn () => $this->integrations_asked_through( $this->transport() ) );
	}

	public function background_integrations(): Integrations {
		return $this->integrations_asked_through( $this->transport()->with_urgency( Urgency::Background ) );
	}

	private function integrations_asked_through( Transport $transport ): Integrations {
		return new Integrations( $transport, $this->settings(), new OwnCarriers( $this->settings() ) );
	}

	public function sendcloud_orders(): Orders {
		return $this->once( Orders::class, fn () => new Orders( $this->transport()->with_urgency( Urgency::Export ), $this->settings() ) );
	}

	public function method_settings(): MethodSettings {
		return $this->once( MethodSettings::class, static fn () => new MethodSettings() );
	}

	public function rates(): RelayRates {
		return $this->once( RelayRates::class, fn () => new RelayRates( $this->method_settings(), new MethodNames() ) );
	}

	public function zone_limit(): ZoneLimit {
		return $this->once( ZoneLimit::class, fn () => new ZoneLimit( $this->method_settings() ) );
	}

	public function rule_book(): RuleBook {
		return $this->once( RuleBook::class, fn () => new RuleBook( $this->method_settings(), $this->zone_limit() ) );
	}

	public function rules(): PackageRules {
		return $this->once( PackageRules::class, fn () => new PackageRules( $this->rates(), $this->rule_book() ) );
	}

	public function validator(): SelectionValidator {
		return $this->once( SelectionValidator::class, fn () => new SelectionValidator( fn () => $this->visitors_source()->asking_after_failure(), $this->zone_limit(), $this->logger() ) );
	}

	/** The merchant's own choices are nobody's share. */
	public function merchants_validator(): SelectionValidator {
		return new SelectionValidator( $this->source( ... ), $this->zone_limit(), $this->logger() );
	}

	public function chosen_rate(): ChosenRate {
		return $this->once( ChosenRate::class, fn () => new ChosenRate( $this->rates(), $this->rules() ) );
	}

	public function telephone_rule(): TelephoneRule {
		return $this->once( TelephoneRule::class, fn () => new TelephoneRule( $this->settings() ) );
	}

	public function selection_store(): SelectionStore {
		return $this->once( SelectionStore::class, static fn () => new SelectionStore() );
	}

	public function selections(): CheckoutSelections {
		return $this->once(
			CheckoutSelections::class,
			fn () => new CheckoutSelections(
				new ShippingPackages( $this->rules(), new RecurringPackages() ),
				$this->selection_store(),
				$this->validator()
			)
		);
	}

	public function order_points(): OrderServicePoints {
		return $this->once( OrderServicePoints::class, static fn () => new OrderServicePoints() );
	}

	public function relay_lines(): RelayLines {
		return $this->once( RelayLines::class, fn () => new RelayLines( $this->rates(), $this->order_points() ) );
	}

	public function point_formatter(): PointFormatter {
		return $this->once( PointFormatter::class, fn () => new PointFormatter( new HoursFormatter(), $this->marks() ) );
	}

	public function marks(): CarrierMarks {
		return $this->once( CarrierMarks::class, static fn () => new CarrierMarks() );
	}

	public function mark_updates(): MarkUpdates {
		return $this->once( MarkUpdates::class, fn () => new MarkUpdates( $this->marks(), new Download( $this->settings() ) ) );
	}

	public function order_display(): OrderDisplay {
		return $this->once( OrderDisplay::class, fn () => new OrderDisplay( $this->order_points(), $this->point_formatter() ) );
	}

	public function order_choices(): OrderChoices {
		return $this->once(
			OrderChoices::class,
			fn () => new OrderChoices( $this->order_points(), $this->relay_lines(), $this->validator(), $this->rule_book() )
		);
	}

	public function payment_guard(): PaymentGuard {
		return $this->once( PaymentGuard::class, fn () => new PaymentGuard( $this->order_points(), $this->relay_lines(), $this->order_choices(), $this->settings()->takes_payment_first( ... ) ) );
	}

	public function status_keeper(): StatusKeeper {
		return $this->once( StatusKeeper::class, fn () => new StatusKeeper( $this->order_points(), $this->relay_lines() ) );
	}

	public function export_settings(): ExportSettings {
		return $this->once( ExportSettings::class, fn () => new ExportSettings( $this->official_plugin() ) );
	}

	public function export_policy(): ExportPolicy {
		return $this->once( ExportPolicy::class, fn () => new ExportPolicy( $this->export_settings(), $this->order_points() ) );
	}

	public function export_queue(): ExportQueue {
		return $this->once( ExportQueue::class, fn () => new ExportQueue( $this->export_settings(), $this->export_policy(), new Schedule() ) );
	}

	/**
	 * @template T of object
	 * @param class-string<T> $name
	 * @param Closure(): T    $make
	 * @return T
	 */
	private function once( string $name, Closure $make ): object {
		$made = $this->made[ $name ] ?? null;
		if ( ! $made instanceof $name ) {
			$made                = $make();
			$this->made[ $name ] = $made;
		}
		return $made;
	}
}
