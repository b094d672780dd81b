import type { ServicePointUpdate } from '../checkout/packages';
import { createUpdateQueue } from './update-queue';

const update = ( packageId: string, pointId: number ): ServicePointUpdate => ( {
	action: 'select',
	package_id: packageId,
	service_point_id: pointId,
	post_number: '',
	rate_id: 'relay:1',
} );

/** A shop that answers when told to. */
function createShop() {
	const requests: Array< {
		pointId: number;
		answer: () => void;
		refuse: ( error: Error ) => void;
	} > = [];
	const send = ( { service_point_id: pointId }: ServicePointUpdate ) =>
		new Promise< void >( ( answer, refuse ) => {
			requests.push( { pointId, answer, refuse } );
		} );
	return { requests, send };
}

const pause = () => new Promise( ( resolve ) => setTimeout( resolve ) );
const ready = () => Promise.resolve();

it( 'has one update in flight', async () => {
	const { requests, send } = createShop();
	const enqueue = createUpdateQueue( send, ready );
	const first = enqueue( update( '0', 1 ) );
	const second = enqueue( update( '1', 2 ) );
	await pause();
	expect( requests.map( ( { pointId } ) => pointId ) ).toEqual( [ 1 ] );

	requests[ 0 ]?.answer();
	await first;
	await pause();
	expect( requests.map( ( { pointId } ) => pointId ) ).toEqual( [ 1, 2 ] );
	requests[ 1 ]?.answer();
	await second;
} );

it( 'sends only the last of several choices for a package', async () => {
	const { requests, send } = createShop();
	const enqueue = createUpdateQueue( send, ready );
	void enqueue( update( '0', 1 ) );
	await pause();
	const overtaken = enqueue( update( '0', 2 ) );
	const last = enqueue( update( '0', 3 ) );
	requests[ 0 ]?.answer();
	await overtaken;
	await pause();
	expect( requests.map( ( { pointId } ) => pointId ) ).toEqual( [ 1, 3 ] );
	requests[ 1 ]?.answer();
	await last;
} );

it( 'waits until the checkout can take it', async () => {
	const { requests, send } = createShop();
	let becomeReady = () => {};
	const enqueue = createUpdateQueue(
		send,
		() =>
			new Promise( ( resolve ) => {
				becomeReady = resolve;
			} )
	);
	void enqueue( update( '0', 1 ) );
	await pause();
	expect( requests ).toHaveLength( 0 );
	becomeReady();
	await pause();
	expect( requests ).toHaveLength( 1 );
} );

it( 'tells the caller of a refusal and goes on with the next', async () => {
	const { requests, send } = createShop();
	const enqueue = createUpdateQueue( send, ready );
	const refused = enqueue( update( '0', 1 ) );
	await pause();
	requests[ 0 ]?.refuse( new Error( 'No such point.' ) );
	await expect( refused ).rejects.toThrow( 'No such point.' );

	const next = enqueue( update( '0', 2 ) );
	await pause();
	requests[ 1 ]?.answer();
	await expect( next ).resolves.toBeUndefined();
} );
