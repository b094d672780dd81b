/**
 * From the keys to the first try, each step ticked by the check that knows whether it is done.
 */
import type { ReactNode } from 'react';
import { __ } from '@wordpress/i18n';
import type { AdminConfig, Result } from '../diagnostics/api';
import { FixButton } from '../diagnostics/result-card';
import { useChecks } from '../diagnostics/use-checks';

const CHECKS = [ 'credentials', 'service-points', 'zones', 'csp' ] as const;

/** Written by src/self-test/index.ts in this browser. */
const hasPassedSelfTest = () =>
	window.localStorage.getItem( 'sendcloud-service-points-self-test' ) !==
	null;

const isDone = ( result: Result | undefined ) =>
	result?.status === 'good' || result?.status === 'info';

interface StepProps {
	title: string;
	isTicked: boolean;
	children?: ReactNode;
}

function Step( { title, isTicked, children }: StepProps ) {
	return (
		<li className={ isTicked ? 'is-done' : '' }>
			<strong>{ title }</strong>
			{ isTicked && (
				<span className="screen-reader-text">
					{ __( '(done)', 'sendcloud-service-points' ) }
				</span>
			) }
			{ ! isTicked && children }
		</li>
	);
}

export function Guide( { config }: { config: AdminConfig } ) {
	const { results, isRunning, error, fix } = useChecks( CHECKS );
	const isConnected = isDone( results[ 'credentials' ] );
	const steps: Record< ( typeof CHECKS )[ number ], string > = {
		credentials: __( 'Connect to Sendcloud', 'sendcloud-service-points' ),
		'service-points': __(
			'Switch on service points and choose carriers in Sendcloud',
			'sendcloud-service-points'
		),
		zones: __(
			'Offer the delivery in your shipping zones',
			'sendcloud-service-points'
		),
		csp: __( 'Choose a map', 'sendcloud-service-points' ),
	};

	return (
		<section
			className="scsp-guide"
			aria-labelledby="scsp-guide-title"
			aria-busy={ isRunning }
		>
			<h2 id="scsp-guide-title">
				{ __(
					'Set up service points in five steps',
					'sendcloud-service-points'
				) }
			</h2>
			<ol>
				{ CHECKS.map( ( id ) => {
					const result = results[ id ];
					return (
						<Step
							key={ id }
							title={ steps[ id ] }
							isTicked={ isDone( result ) }
						>
							{ /* Without the keys, nothing else can be known. */ }
							{ result &&
								( isConnected || id === 'credentials' ) && (
									<Advice result={ result } onFix={ fix } />
								) }
						</Step>
					);
				} ) }
				<Step
					title={ __(
						'Try it in your checkout',
						'sendcloud-service-points'
					) }
					isTicked={ hasPassedSelfTest() }
				>
					{ isConnected && isDone( results[ 'zones' ] ) && (
						<p>
							<a href={ config.selfTest }>
								{ __(
									'Test the checkout',
									'sendcloud-service-points'
								) }
							</a>
						</p>
					) }
				</Step>
			</ol>
			<p role="status">
				{ isRunning
					? __( 'Checking…', 'sendcloud-service-points' )
					: error }
			</p>
		</section>
	);
}

function Advice( {
	result,
	onFix,
}: {
	result: Result;
	onFix: ( result: Result ) => Promise< void >;
} ) {
	return (
		<>
			<p>
				{ result.summary } { result.fix }
			</p>
			<div className="scsp-guide__actions">
				<FixButton result={ result } onFix={ onFix } />
				{ result.links.map( ( { label, url } ) => (
					<a key={ url } href={ url }>
						{ label }
					</a>
				) ) }
			</div>
		</>
	);
}
