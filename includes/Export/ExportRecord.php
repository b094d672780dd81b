<?php
/**
 * What an order remembers about its export: the only reader and writer of that meta.
 *
 * An order that waits (`_sendcloud_export_waiting`, since when) is in the queue, whatever else is known of it. Each change is saved at
 * once.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Export;

use WC_Order;

final class ExportRecord {

	public const WAITING = '_sendcloud_export_waiting';

	private const STATE       = '_sendcloud_export_state';
	private const TIME        = '_sendcloud_export_time';
	private const ERROR       = '_sendcloud_export_error';
	private const HASH        = '_sendcloud_export_hash';
	private const ID          = '_sendcloud_export_id';
	private const INTEGRATION = '_sendcloud_export_integration';
	private const ATTEMPTS    = '_sendcloud_export_attempts';
	private const REPEATS     = '_sendcloud_export_repeats';
	private const MANUAL      = '_sendcloud_export_manual';
	private const OWNER       = '_sendcloud_export_order';

	private function __construct( private readonly WC_Order $order ) {}

	public static function from_order( WC_Order $order ): self {
		return new self( $order );
	}

	public function state(): ExportState {
		return $this->is_own() ? ExportState::tryFrom( $this->text( self::STATE ) ) ?? ExportState::None : ExportState::None;
	}

	/** When the state was reached; 0 where there is none. */
	public function time(): int {
		return $this->is_own() ? (int) $this->text( self::TIME ) : 0;
	}

	/** Sendcloud's words or ours; not escaped. */
	public function error(): string {
		return $this->is_own() ? $this->text( self::ERROR ) : '';
	}

	/** Of what was last sent, accepted or not. */
	public function hash(): string {
		return $this->is_own() ? $this->text( self::HASH ) : '';
	}

	/** Sendcloud's id; 0 where it is not known, which does not mean that the order is not there. */
	public function sendcloud_id(): int {
		return $this->is_own() ? (int) $this->text( self::ID ) : 0;
	}

	/** Where the order was sent first: it stays there, or it would be there twice. */
	public function integration_id(): int {
		return $this->is_own() ? (int) $this->text( self::INTEGRATION ) : 0;
	}

	public function attempts(): int {
		return $this->is_own() ? (int) $this->text( self::ATTEMPTS ) : 0;
	}

	/** How many times in a row it had changed while it was being sent. */
	public function repeats(): int {
		return $this->is_own() ? (int) $this->text( self::REPEATS ) : 0;
	}

	/** Whether a person asked for it, so that the order's status does not matter. */
	public function is_manual(): bool {
		return $this->is_own() && '' !== $this->text( self::MANUAL );
	}

	public function mark_queued( bool $is_manual = false, int $repeats = 0 ): void {
		$this->save(
			ExportState::Queued,
			[
				self::WAITING  => (string) time(),
				self::ATTEMPTS => null,
				self::REPEATS  => 0 === $repeats ? null : (string) $repeats,
				self::MANUAL   => $is_manual ? '1' : null,
				// What a person asks for is sent, changed or not.
				self::HASH     => $is_manual ? null : $this->hash(),
			]
		);
	}

	public function mark_sent( int $sendcloud_id, int $integration_id, string $hash ): void {
		$this->finish(
			ExportState::Sent,
			[
				self::ID          => (string) $sendcloud_id,
				self::INTEGRATION => (string) $integration_id,
				self::HASH        => $hash,
			]
		);
	}

	public function mark_failed( string $error, string $hash ): void {
		$this->finish(
			ExportState::Failed,
			[
				self::ERROR => $error,
				self::HASH  => $hash,
			]
		);
	}

	/** No longer at Sendcloud. */
	public function mark_cancelled( string $hash ): void {
		$this->finish(
			ExportState::Cancelled,
			[
				self::ID          => null,
				self::INTEGRATION => null,
				self::HASH        => $hash,
			]
		);
	}

	/** @param int|null $integration_id Where the order may have arrived all the same. */
	public function mark_for_retry( string $error, ?int $integration_id ): void {
		$this->save(
			ExportState::Queued,
			[
				self::ERROR       => $error,
				self::ATTEMPTS    => (string) ( $this->attempts() + 1 ),
				// Behind those that wait longer: if it is what Sendcloud stumbles over, they get past it.
				self::WAITING     => (string) time(),
				self::INTEGRATION => (string) ( $integration_id ?? $this->integration_id() ),
			]
		);
	}

	/** Out of the queue, as if it had never been in it. */
	public function mark_kept(): void {
		$this->finish( 0 === $this->sendcloud_id() ? ExportState::None : ExportState::Sent );
	}

	/** @param array<string, string|null> $values */
	private function finish( ExportState $state, array $values = [] ): void {
		$this->save(
			$state,
			$values + [
				self::ERROR    => null,
				self::ATTEMPTS => null,
				self::MANUAL   => null,
				self::WAITING  => null,
			]
		);
	}

	/** @param array<string, string|null> $values Null takes the key away. */
	private function save( ExportState $state, array $values ): void {
		if ( ! $this->is_own() ) {
			$values += array_fill_keys( [ self::ERROR, self::HASH, self::ID, self::INTEGRATION, self::ATTEMPTS, self::REPEATS, self::MANUAL, self::WAITING ], null );
		}
		$values += [
			self::STATE => $state->value,
			self::TIME  => (string) time(),
			self::OWNER => (string) $this->order->get_id(),
		];
		foreach ( $values as $key => $value ) {
			$this->set( $key, $value );
		}
		$this->order->save_meta_data();
	}

	private function set( string $key, ?string $value ): void {
		if ( null !== $value && '' !== $value ) {
			$this->order->update_meta_data( $key, $value );
		} elseif ( $this->order->meta_exists( $key ) ) {
			$this->order->delete_meta_data( $key );
		}
	}

	/** False on a copy of an order, made by a plugin that copies all meta: what it says is about another order. */
	private function is_own(): bool {
		return (int) $this->text( self::OWNER ) === $this->order->get_id();
	}

	private function text( string $key ): string {
		$value = $this->order->get_meta( $key );
		return is_scalar( $value ) ? (string) $value : '';
	}
}
