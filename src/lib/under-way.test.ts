import { createUnderWay } from './under-way';

const pause = () => new Promise( ( resolve ) => setTimeout( resolve ) );

it( 'has ended when nothing has begun', async () => {
	await expect( createUnderWay().ended() ).resolves.toBeUndefined();
} );

it( 'ends with the last of the requests, whichever began first, and though one is refused', async () => {
	const underWay = createUnderWay();
	let answerFirst = () => {};
	let refuseSecond: ( reason: Error ) => void = () => {};
	underWay.add(
		new Promise< void >( ( answer ) => ( answerFirst = answer ) )
	);
	underWay.add( new Promise( ( _, refuse ) => ( refuseSecond = refuse ) ) );
	const ended = jest.fn();
	void underWay.ended().then( ended );

	refuseSecond( new Error( 'Refused.' ) );
	await pause();
	expect( ended ).not.toHaveBeenCalled();
	answerFirst();
	await pause();
	expect( ended ).toHaveBeenCalledTimes( 1 );
} );
