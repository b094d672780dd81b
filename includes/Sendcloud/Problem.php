<?php
/**
 * Why there is no usable answer of Sendcloud's: the rows of the error table in docs/data-contract.md.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud;

enum Problem: string {

	/** The shop has no Sendcloud keys yet. */
	case NotConfigured = 'not_configured';

	/** Service points, or a carrier, are switched off in Sendcloud. */
	case NotEnabled = 'not_enabled';

	/** Sendcloud refuses the keys. */
	case InvalidCredentials = 'invalid_credentials';

	/** The account does not have this version of the API. */
	case EndpointMissing = 'endpoint_missing';

	/** Sendcloud cannot resolve addresses; a position or a box still works. */
	case GeocoderUnavailable = 'geocoder_unavailable';

	/** The Sendcloud account has used up its requests for now. */
	case RateLimited = 'rate_limited';

	/** No answer came: a timeout, a cut connection, an error on Sendcloud's side. */
	case Unreachable = 'unreachable';

	/** Sendcloud is working on an earlier request about the same thing. */
	case StillProcessing = 'still_processing';

	/** An answer that is not Sendcloud's. */
	case MalformedResponse = 'malformed_response';

	/** No such service point. */
	case NotFound = 'not_found';

	/** Sendcloud refuses the arguments, although they have the right form. */
	case RejectedRequest = 'rejected_request';

	/** Sendcloud refuses what was sent to it, and says which part. */
	case RefusedPayload = 'refused_payload';

	/** Somebody else's request asks Sendcloud the same right now, and takes long. */
	case Busy = 'busy';

	/** This visitor asks too often. */
	case TooManyRequests = 'too_many_requests';

	/** The shop itself has spent its share of the account's requests; Sendcloud was not asked. */
	case Deferred = 'deferred';

	public function kind(): ProblemKind {
		return match ( $this ) {
			self::NotFound, self::RejectedRequest, self::RefusedPayload => ProblemKind::Refusal,
			self::NotConfigured, self::NotEnabled, self::InvalidCredentials, self::EndpointMissing => ProblemKind::SetUp,
			self::Busy, self::TooManyRequests, self::Deferred => ProblemKind::Congestion,
			default => ProblemKind::Outage,
		};
	}

	/** The REST code of docs/data-contract.md. */
	public function code(): string {
		return match ( $this ) {
			self::RejectedRequest, self::RefusedPayload => 'rest_invalid_param',
			self::EndpointMissing => self::MalformedResponse->code(),
			self::StillProcessing => self::Unreachable->code(),
			self::Deferred => self::RateLimited->code(),
			default => 'sendcloud_service_points_' . $this->value,
		};
	}

	/** The HTTP status our REST routes answer with. */
	public function status(): int {
		return match ( $this ) {
			self::RejectedRequest, self::RefusedPayload => 400,
			self::NotFound => 404,
			self::TooManyRequests => 429,
			self::EndpointMissing, self::MalformedResponse => 502,
			default => 503,
		};
	}

	/** Seconds after which asking again makes sense, where nobody says better. */
	public function retry_after(): ?int {
		return match ( $this ) {
			// The budget is one of requests a minute, so half a minute later there is some again.
			self::RateLimited => 30,
			self::Busy => 2,
			default => null,
		};
	}

	/** Translated: what the shopper can do next. */
	public function shopper_message(): string {
		return match ( $this ) {
			self::NotConfigured, self::NotEnabled, self::InvalidCredentials => __( 'Service points are not available at the moment. Please choose another delivery method, or contact us.', 'sendcloud-service-points' ),
			self::GeocoderUnavailable => __( 'We cannot look up addresses at the moment. Use your position or move the map, or try again in a minute.', 'sendcloud-service-points' ),
			self::RateLimited, self::Deferred => __( 'Many people are searching right now. Please try again in a minute.', 'sendcloud-service-points' ),
			self::TooManyRequests => __( 'You are searching very fast. Please wait a minute, then try again.', 'sendcloud-service-points' ),
			self::StillProcessing, self::Busy => __( 'Please try again in a moment.', 'sendcloud-service-points' ),
			self::NotFound => __( 'This service point no longer exists. Please choose another one.', 'sendcloud-service-points' ),
			self::RejectedRequest => __( 'We cannot search there. Please check the address, or try another place.', 'sendcloud-service-points' ),
			self::RefusedPayload => $this->merchant_message(),
			self::EndpointMissing, self::MalformedResponse, self::Unreachable => __( 'Service points cannot be loaded right now. Please try again in a moment.', 'sendcloud-service-points' ),
		};
	}

	/** Translated: what the merchant can do about it. */
	public function merchant_message(): string {
		return match ( $this ) {
			self::NotConfigured => __( 'Enter the public and the secret key of your Sendcloud API integration.', 'sendcloud-service-points' ),
			self::NotEnabled => __( 'In Sendcloud, open Settings > Integrations > your integration, switch on "Service points" and choose the carriers.', 'sendcloud-service-points' ),
			self::InvalidCredentials => __( 'Sendcloud refuses these keys. Copy both again from Sendcloud: Settings > Integrations > your API integration.', 'sendcloud-service-points' ),
			self::EndpointMissing => __( 'This version of the Sendcloud API is not available to your account. Set the API version to "Automatic".', 'sendcloud-service-points' ),
			self::GeocoderUnavailable => __( 'Sendcloud cannot look up addresses at the moment. Try again later.', 'sendcloud-service-points' ),
			self::RateLimited, self::Deferred => __( 'Your Sendcloud account has reached its limit of requests. Everything that uses the account shares it. Try again in a minute.', 'sendcloud-service-points' ),
			self::Unreachable => __( 'Sendcloud cannot be reached from this server. Try again; if it lasts, ask your host whether outgoing connections to Sendcloud are allowed.', 'sendcloud-service-points' ),
			self::StillProcessing => __( 'Sendcloud is still processing an earlier request.', 'sendcloud-service-points' ),
			self::MalformedResponse => __( 'The answer did not come from Sendcloud. A firewall or proxy may stand in between, or the API address is wrong.', 'sendcloud-service-points' ),
			self::NotFound => __( 'This service point does not exist (any more).', 'sendcloud-service-points' ),
			self::RejectedRequest, self::RefusedPayload => __( 'Sendcloud refused the request.', 'sendcloud-service-points' ),
			self::Busy => __( 'The shop is asking Sendcloud the same at the moment, and Sendcloud is slow. Try again in a moment.', 'sendcloud-service-points' ),
			self::TooManyRequests => __( 'There were too many searches from one address in the last minute.', 'sendcloud-service-points' ),
		};
	}
}
