<?php
/**
 * The carriers' pictures: fetched in the background, from Sendcloud alone, cleaned, and served by the shop.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration;

use ActionScheduler_QueueRunner;
use ActionScheduler_Store;
use SendcloudServicePoints\Frontend\FrontendConfig;
use SendcloudServicePoints\Marks\CarrierMarks;
use SendcloudServicePoints\Marks\Download;
use SendcloudServicePoints\Marks\MarkUpdates;
use SendcloudServicePoints\Services;

final class CarrierMarksTest extends SendcloudTestCase {

	private string $folder;

	protected function setUp(): void {
		parent::setUp();
		$this->folder = wp_get_upload_dir()['basedir'] . '/sendcloud-service-points';
		$this->empty_folder();
		delete_option( 'sendcloud_service_points_marks' );
	}

	protected function tearDown(): void {
		$this->empty_folder();
		parent::tearDown();
	}

	public function test_a_shoppers_search_fetches_none_and_the_queue_does(): void {
		$this->source->search( $this->query() );
		self::assertSame( [], $this->requests( '/global-media' ) );
		self::assertSame( [], ( new CarrierMarks() )->urls() );
		self::assertCount( 1, $this->planned() );

		$this->run_queue();
		$urls = ( new CarrierMarks() )->urls();
		ksort( $urls );
		self::assertSame( [ 'dhl', 'postnl', 'ups' ], array_keys( $urls ), 'DPD and GLS have none.' );
		self::assertStringStartsWith( wp_get_upload_dir()['baseurl'] . '/sendcloud-service-points/dhl-', $urls['dhl'] );
		self::assertStringContainsString( '#ffcc00', (string) file_get_contents( $this->folder . '/' . basename( $urls['dhl'] ) ) );

		$this->sandbox( 'DELETE', '/_requests' );
		Clock::advance( 16 * 60 );
		$this->source->search( $this->query() );
		self::assertSame( [], $this->planned(), 'They are known now.' );
	}

	public function test_the_keys_stay_at_home_and_nobody_is_followed(): void {
		$arguments = [];
		add_filter(
			'http_request_args',
			static function ( array $sent, string $url ) use ( &$arguments ): array {
				if ( str_contains( $url, '/global-media/' ) ) {
					$arguments[] = $sent;
				}
				return $sent;
			},
			10,
			2
		);
		$this->see_and_fetch();
		self::assertNotSame( [], $arguments );
		foreach ( $arguments as $sent ) {
			self::assertArrayNotHasKey( 'Authorization', (array) $sent['headers'] );
			self::assertSame( [ 0, true ], [ $sent['redirection'], $sent['reject_unsafe_urls'] ] );
		}
	}

	public function test_what_could_run_is_left_out_of_a_picture(): void {
		$this->fault( [ 'fault' => 'hostile_picture' ] );
		$this->see_and_fetch();
		$picture = (string) file_get_contents( $this->folder . '/' . basename( ( new CarrierMarks() )->urls()['dhl'] ) );
		self::assertStringContainsString( '<circle', $picture );
		self::assertSame( 0, preg_match( '/script|onload|onclick|evil|@import|<a|<image/i', $picture ), $picture );
		self::assertStringContainsString( 'Content-Security-Policy', (string) file_get_contents( "{$this->folder}/.htaccess" ) );
	}

	/** @return array<string, array{array<string, mixed>}> */
	public function troubles(): array {
		return [
			'an error' => [ [ 'fault' => 'server_error' ] ],
			'a page'   => [ [ 'fault' => 'html' ] ],
			'a cut'    => [ [ 'fault' => 'cut' ] ],
		];
	}

	/**
	 * @dataProvider troubles
	 * @param array<string, mixed> $fault
	 */
	public function test_without_a_picture_the_name_does_and_it_is_tried_again_the_next_day( array $fault ): void {
		$this->source->search( $this->query() );
		$this->fault( $fault + [ 'path' => '/global-media' ] );
		$this->run_queue();
		self::assertSame( [ [], '' ], [ ( new CarrierMarks() )->urls(), ( new CarrierMarks() )->image( 'dhl' ) ] );

		$this->reset_sandbox();
		$this->updates()->update();
		self::assertSame( [], $this->requests( '/global-media' ) );
		Clock::advance( DAY_IN_SECONDS );
		$this->updates()->update();
		self::assertNotSame( [], ( new CarrierMarks() )->urls() );
	}

	public function test_a_picture_is_looked_at_again_once_a_month_and_an_old_one_is_better_than_none(): void {
		$this->see_and_fetch();
		$before = ( new CarrierMarks() )->urls();
		Clock::advance( 31 * DAY_IN_SECONDS );
		$this->fault( [ 'fault' => 'server_error' ] );
		$this->updates()->update();
		self::assertCount( 6, $this->requests( '/global-media' ) );
		self::assertEquals( $before, ( new CarrierMarks() )->urls() );
	}

	/** @return array<string, array{string, bool}> */
	public function addresses(): array {
		return [
			'Sendcloud\'s CDN'       => [ 'https://cdn.sendcloud.com/global-media/dhl/img/icon.svg', true ],
			'its panel'              => [ 'https://panel.sendcloud.sc/icon.svg', true ],
			'without encryption'     => [ 'http://cdn.sendcloud.com/icon.svg', false ],
			'a host like it'         => [ 'https://cdn-sendcloud.com/icon.svg', false ],
			'a host that ends so'    => [ 'https://evilsendcloud.com/icon.svg', false ],
			'a host that begins so'  => [ 'https://cdn.sendcloud.com.evil.example/icon.svg', false ],
			'a user'                 => [ 'https://cdn.sendcloud.com@evil.example/icon.svg', false ],
			'a user of it'           => [ 'https://me:secret@cdn.sendcloud.com/icon.svg', false ],
			'another port'           => [ 'https://cdn.sendcloud.com:8443/icon.svg', false ],
			'this machine'           => [ 'https://127.0.0.1/icon.svg', false ],
			'the cloud\'s own secrets' => [ 'http://169.254.169.254/latest/meta-data', false ],
			'a file'                 => [ 'file:///etc/passwd', false ],
			'no address'             => [ 'icon.svg', false ],
			'a long one'             => [ 'https://cdn.sendcloud.com/' . str_repeat( 'x', 500 ), false ],
		];
	}

	/** @dataProvider addresses */
	public function test_pictures_come_from_sendcloud_alone( string $url, bool $is_allowed ): void {
		self::assertSame( $is_allowed, ( new Download( $this->settings ) )->is_allowed( $url ) );
		$this->updates()->note_seen( [ 'dhl' => $url ] );
		self::assertSame( $is_allowed, isset( ( new CarrierMarks() )->all()['dhl'] ) );
	}

	/** @return array<string, array{string, string}> Bytes and the expected ending; '' where it is refused. */
	public function pictures(): array {
		ob_start();
		imagepng( imagecreatetruecolor( 32, 32 ) );
		$png = (string) ob_get_clean();
		ob_start();
		imagepng( imagecreatetruecolor( 1200, 2 ) );
		$large = (string) ob_get_clean();
		$svg   = static fn ( string $inside, string $before = '' ): string => "{$before}<svg xmlns=\"http://www.w3.org/2000/svg\">{$inside}</svg>";
		return [
			'PNG'                 => [ $png, 'png' ],
			'a PNG of a wall'     => [ $large, '' ],
			'SVG'                 => [ $svg( '<path d="M0 0h9"/>' ), 'svg' ],
			'SVG with a doctype'  => [ $svg( '<path d="M0 0h9"/>', '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">' ), 'svg' ],
			'SVG with an entity'  => [ $svg( '<path d="&x;"/>', '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' ), '' ],
			'SVG of script alone' => [ $svg( '<script>alert(1)</script>' ), '' ],
			'too much'            => [ $svg( '<path d="' . str_repeat( 'M0 0', 30_000 ) . '"/>' ), '' ],
			'PHP'                 => [ '<?php phpinfo();', '' ],
			'HTML'                => [ '<html><body><svg></svg></body></html>', '' ],
			'nothing'             => [ '', '' ],
			'text'                => [ 'GIF89a?', '' ],
		];
	}

	/** @dataProvider pictures */
	public function test_only_a_picture_is_taken( string $bytes, string $extension ): void {
		add_filter(
			'pre_http_request',
			static fn () => [
				'response' => [ 'code' => 200 ],
				'headers'  => [ 'content-type' => 'image/png' ],
				'body'     => $bytes,
				'cookies'  => [],
			]
		);
		self::assertSame( $extension, ( new Download( $this->settings ) )->get( 'https://cdn.sendcloud.com/icon.svg' )['extension'] ?? '' );
	}

	public function test_the_browser_is_told_the_shops_own_addresses_and_a_filter_has_the_last_word(): void {
		$this->see_and_fetch();
		$config = ( new FrontendConfig( WP_PLUGIN_DIR . '/sendcloud-service-points/sendcloud-service-points.php', $this->settings, new CarrierMarks() ) )->to_array( 'none', '' );
		self::assertSame( ( new CarrierMarks() )->urls(), (array) $config['marks'] );
		self::assertStringContainsString( 'alt=""', ( new CarrierMarks() )->image( 'dhl' ) );
		add_filter( 'sendcloud_service_points_carrier_marks', static fn (): array => [ 'dhl' => 'https://shop.example/"><script>.svg' ] );
		self::assertStringNotContainsString( '<script>', ( new CarrierMarks() )->image( 'dhl' ) );
		self::assertSame( '', ( new CarrierMarks() )->image( 'ups' ) );
	}

	/**
	 * @testWith ["dhl"]
	 *           [[null, {"file": "../../wp-config.php"}, false]]
	 */
	public function test_nonsense_is_as_good_as_nothing( mixed $stored ): void {
		update_option( 'sendcloud_service_points_marks', $stored );
		self::assertStringNotContainsString( '..', implode( ( new CarrierMarks() )->urls() ) );
	}

	private function see_and_fetch(): void {
		$this->source->search( $this->query() );
		$this->run_queue();
	}

	private function updates(): MarkUpdates {
		return ( new Services( __FILE__ ) )->mark_updates();
	}

	/** @return array<array-key, mixed> */
	private function planned(): array {
		return as_get_scheduled_actions(
			[
				'hook'   => MarkUpdates::HOOK,
				'status' => ActionScheduler_Store::STATUS_PENDING,
			]
		);
	}

	private function run_queue(): void {
		foreach ( array_keys( $this->planned() ) as $id ) {
			ActionScheduler_QueueRunner::instance()->process_action( $id, 'test' );
		}
	}

	private function empty_folder(): void {
		foreach ( is_dir( $this->folder ) ? (array) scandir( $this->folder ) : [] as $file ) {
			if ( is_file( "{$this->folder}/{$file}" ) ) {
				unlink( "{$this->folder}/{$file}" );
			}
		}
	}
}
