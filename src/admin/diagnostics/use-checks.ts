import { useCallback, useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import {
	fixFinding,
	listChecks,
	runCheck,
	type Check,
	type Result,
} from './api';

/** Some checks visit the shop themselves and need a free PHP process for it. */
const AT_ONCE = 3;

/** A check that did not answer is a finding as well. */
const unanswered = ( check: Check, error: unknown ): Result => ( {
	...check,
	status: 'unknown',
	summary:
		( error instanceof Error && error.message ) ||
		__(
			'This check did not answer. Run it again, or look into the log of the server.',
			'sendcloud-service-points'
		),
	fix: '',
	links: [],
	details: [],
	fix_action: null,
} );

/** Runs the checks side by side and keeps what they found. */
export function useChecks( only?: readonly string[] ) {
	const [ checks, setChecks ] = useState< Check[] >( [] );
	const [ results, setResults ] = useState< Record< string, Result > >( {} );
	const [ isRunning, setIsRunning ] = useState( true );
	const [ error, setError ] = useState( '' );

	const keep = useCallback(
		( result: Result ) =>
			setResults( ( all ) => ( { ...all, [ result.id ]: result } ) ),
		[]
	);

	const runAll = useCallback( async () => {
		setIsRunning( true );
		setError( '' );
		setResults( {} );
		try {
			const listed = ( await listChecks() ).filter(
				( { id } ) => ! only || only.includes( id )
			);
			setChecks( listed );
			const waiting = [ ...listed ];
			const work = async () => {
				for (
					let check = waiting.shift();
					check;
					check = waiting.shift()
				) {
					const current = check;
					keep(
						await runCheck( current.id ).catch(
							( reason: unknown ) => unanswered( current, reason )
						)
					);
				}
			};
			await Promise.all( Array.from( { length: AT_ONCE }, work ) );
		} catch ( reason ) {
			setError(
				( reason instanceof Error && reason.message ) ||
					__(
						'The checks could not be loaded. Reload the page and try again.',
						'sendcloud-service-points'
					)
			);
		}
		setIsRunning( false );
	}, [ keep, only ] );

	const fix = useCallback(
		async ( result: Result ) =>
			keep(
				await fixFinding( result.id ).catch( ( reason: unknown ) =>
					unanswered( result, reason )
				)
			),
		[ keep ]
	);

	useEffect( () => {
		void runAll();
	}, [ runAll ] );

	return { checks, results, isRunning, error, runAll, fix };
}
