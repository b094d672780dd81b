/**
 * The diagnostics: what shoppers cannot do comes first, what is right comes last and folded.
 */
import { Button } from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { AdminConfig, Result, Status } from './api';
import { copy, toText } from './report';
import { ResultCard } from './result-card';
import { useChecks } from './use-checks';

const sections = (): Array< { title: string; statuses: Status[] } > => [
	{
		title: __( 'Critical', 'sendcloud-service-points' ),
		statuses: [ 'critical' ],
	},
	{
		title: __( 'Recommended', 'sendcloud-service-points' ),
		statuses: [ 'recommended' ],
	},
	{
		title: __( 'Good to know', 'sendcloud-service-points' ),
		statuses: [ 'unknown', 'info' ],
	},
];

function verdict( results: Result[] ): string {
	const count = ( wanted: Status ) =>
		results.filter( ( { status } ) => status === wanted ).length;
	const critical = count( 'critical' );
	const recommended = count( 'recommended' );
	if ( critical + recommended === 0 ) {
		return __(
			'Done: nothing needs your attention.',
			'sendcloud-service-points'
		);
	}
	return [
		__( 'Done:', 'sendcloud-service-points' ),
		[
			critical > 0 &&
				sprintf(
					/* translators: %d: number of findings. */
					_n(
						'%d critical finding',
						'%d critical findings',
						critical,
						'sendcloud-service-points'
					),
					critical
				),
			recommended > 0 &&
				sprintf(
					/* translators: %d: number of findings. */
					_n(
						'%d recommendation',
						'%d recommendations',
						recommended,
						'sendcloud-service-points'
					),
					recommended
				),
		]
			.filter( Boolean )
			.join( ', ' ),
	].join( ' ' );
}

export function DiagnosticsPage( { config }: { config: AdminConfig } ) {
	const { checks, results, isRunning, error, runAll, fix } = useChecks();
	const [ copied, setCopied ] = useState( '' );
	const heading = useRef< HTMLHeadingElement >( null );

	// In the order of the list, whichever answered first.
	const found = checks.flatMap( ( { id } ) => results[ id ] ?? [] );
	const withStatus = ( statuses: Status[] ) =>
		found.filter( ( { status } ) => statuses.includes( status ) );
	const good = withStatus( [ 'good' ] );

	const repair = async ( result: Result ) => {
		await fix( result );
		// The button that had the focus may have gone with its finding.
		heading.current?.focus();
	};
	const copyReport = async () => {
		try {
			await copy( toText( config.facts, found ) );
			setCopied( __( 'Report copied.', 'sendcloud-service-points' ) );
		} catch {
			setCopied(
				__(
					'The browser did not let the report be copied.',
					'sendcloud-service-points'
				)
			);
		}
	};

	return (
		<div className="scsp-diagnostics">
			<h2 ref={ heading } tabIndex={ -1 }>
				{ __( 'Diagnostics', 'sendcloud-service-points' ) }
			</h2>
			<p>
				{ __(
					'Looks for everything that can keep service points from your checkout, or orders from Sendcloud.',
					'sendcloud-service-points'
				) }
			</p>
			<div className="scsp-diagnostics__buttons">
				<Button
					variant="primary"
					isBusy={ isRunning }
					aria-disabled={ isRunning }
					onClick={ () => {
						if ( ! isRunning ) {
							setCopied( '' );
							void runAll();
						}
					} }
				>
					{ __( 'Run again', 'sendcloud-service-points' ) }
				</Button>
				<Button
					variant="secondary"
					aria-disabled={ isRunning }
					onClick={ () => ! isRunning && void copyReport() }
				>
					{ __( 'Copy report', 'sendcloud-service-points' ) }
				</Button>
			</div>
			{ isRunning && (
				<progress
					aria-label={ __(
						'Checks done',
						'sendcloud-service-points'
					) }
					max={ Math.max( checks.length, 1 ) }
					value={ found.length }
				/>
			) }
			<p role="status" className="scsp-diagnostics__status">
				{ isRunning
					? __( 'Checking…', 'sendcloud-service-points' )
					: error || copied || verdict( found ) }
			</p>
			{ sections().map( ( { title, statuses } ) => {
				const list = withStatus( statuses );
				return (
					list.length > 0 && (
						<section key={ title } aria-label={ title }>
							<h3 className="scsp-diagnostics__section">
								{ title } <span>({ list.length })</span>
							</h3>
							<ul>
								{ list.map( ( result ) => (
									<ResultCard
										key={ result.id }
										result={ result }
										onFix={ repair }
									/>
								) ) }
							</ul>
						</section>
					)
				);
			} ) }
			{ good.length > 0 && (
				<details>
					<summary className="scsp-diagnostics__section">
						{ __( 'Good', 'sendcloud-service-points' ) }{ ' ' }
						<span>({ good.length })</span>
					</summary>
					<ul>
						{ good.map( ( result ) => (
							<ResultCard
								key={ result.id }
								result={ result }
								onFix={ repair }
							/>
						) ) }
					</ul>
				</details>
			) }
		</div>
	);
}
