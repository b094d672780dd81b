<?php
/**
 * A test that reads the mails it has sent, and sets them up as a merchant does.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Emails;

use SendcloudServicePoints\Tests\Integration\Clock;
use SendcloudServicePoints\Tests\Integration\SandboxRequests;
use SendcloudServicePoints\Tests\Integration\TestCase;
use WC_Emails;

abstract class EmailTestCase extends TestCase {

	use SandboxRequests;

	/** Of the mail it is about; its class needs WooCommerce's, which comes later than the tests. */
	protected const ID = '';

	/** @var list<array{to: string, subject: string, message: string}> */
	protected array $mails = [];

	protected function setUp(): void {
		parent::setUp();
		$this->forget_answers();
		$this->reset_sandbox();
		// What a mail is made of is hooked once a process, and each test starts without.
		if ( false === has_action( 'woocommerce_email_header' ) ) {
			new WC_Emails();
		}
		$this->settings( [] );
		add_filter(
			'pre_wp_mail',
			function ( mixed $sent, array $mail ): bool {
				$this->mails[] = $mail;
				return true;
			},
			5,
			2
		);
	}

	protected function tearDown(): void {
		Clock::start();
		parent::tearDown();
		$this->read_settings();
	}

	/** @param array<string, string> $settings As WooCommerce stores them; a later request reads them. */
	protected function settings( array $settings ): void {
		update_option( 'woocommerce_' . static::ID . '_settings', $settings );
		$this->read_settings();
	}

	private function read_settings(): void {
		unset( WC()->mailer()->emails[ static::ID ] );
		WC()->mailer()->init();
	}
}
