/**
 * `?sendcloud-self-test` on the checkout: does what a shopper would do, and says how far it gets.
 */
import { __ } from '@wordpress/i18n';
import type { Outcome } from './outcome';
import { Overlay } from './overlay';
import { createSteps, type Step } from './steps';
import './style.scss';

/** The set-up guide ticks its last step by it. */
const PASSED = 'sendcloud-service-points-self-test';

let isRunning = false;

const outcomeOf = ( step: Step ): Promise< Outcome > =>
	step.run().catch( ( error: unknown ) => ( {
		status: 'bad',
		text:
			( error instanceof Error && error.message ) ||
			__( 'The shop did not answer.', 'sendcloud-service-points' ),
	} ) );

async function run( overlay: Overlay ): Promise< void > {
	if ( isRunning ) {
		return;
	}
	isRunning = true;
	const steps = createSteps();
	overlay.start( steps );
	const outcomes: Outcome[] = [];
	for ( const { id, ...step } of steps ) {
		if ( outcomes.some( ( { status } ) => status === 'bad' ) ) {
			overlay.mark( id, 'skipped' );
			continue;
		}
		overlay.mark( id, 'running' );
		const outcome = await outcomeOf( { id, ...step } );
		outcomes.push( outcome );
		overlay.mark( id, outcome.status, outcome.text );
		overlay.raise();
	}
	overlay.finish( outcomes );
	if ( outcomes.every( ( { status } ) => status !== 'bad' ) ) {
		window.localStorage.setItem( PASSED, 'yes' );
	}
	isRunning = false;
}

function start(): void {
	const overlay: Overlay = new Overlay(
		window.sendcloudServicePointsSelfTest.diagnostics,
		() => void run( overlay )
	);
	void run( overlay );
}

// After everything the page does by itself when it is ready.
if ( document.readyState === 'complete' ) {
	start();
} else {
	window.addEventListener( 'load', start, { once: true } );
}
