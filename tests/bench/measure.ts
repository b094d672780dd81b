/**
 * Measures one shop of ten thousand orders.
 */
import { type Shop, runNativePhp } from '../shop/assemble';
import { ROOT, say } from '../setup/shell';
import type { Pair, Results, Work } from './figures';
import { type Cost, Visitor } from './visitor';

const ROUNDS = 15;
const WARM_UP = 2;
const WITHOUT = { 'X-Bench-Plugin': 'none' };

type Measure = () => Promise< Cost >;

/** In turns, so that what slows the machine slows both. */
async function inTurns(
	title: string,
	baseline: Measure,
	cost: Measure
): Promise< Pair > {
	const pair: Pair = { title, baseline: [], cost: [] };
	for ( let round = -WARM_UP; round < ROUNDS; round++ ) {
		const both = [ await baseline(), await cost() ] as const;
		if ( round >= 0 ) {
			pair.baseline.push( both[ 0 ] );
			pair.cost.push( both[ 1 ] );
		}
	}
	say( `  ${ title }` );
	return pair;
}

async function probe< Figures = Work >(
	shop: Shop,
	name: string
): Promise< Figures > {
	const text = await runNativePhp(
		[ `${ ROOT }/tests/bench/probe.php`, shop.folder, name ],
		shop.folder
	);
	return JSON.parse( text.trim().split( '\n' ).at( -1 ) ?? '' ) as Figures;
}

async function repeat(
	shop: Shop,
	name: string,
	times: number
): Promise< Work[] > {
	const figures: Work[] = [];
	for ( let run = 0; run < times; run++ ) {
		figures.push( await probe( shop, name ) );
	}
	return figures;
}

function addresses( hpos: 'yes' | 'no' ): {
	list: string;
	status: string;
	attention: string;
} {
	const list =
		hpos === 'yes'
			? '/wp-admin/admin.php?page=wc-orders'
			: '/wp-admin/edit.php?post_type=shop_order';
	return {
		list,
		status: `${ list }&${ hpos === 'yes' ? 'status' : 'post_status' }=wc-on-hold`,
		attention: `${ list }&sendcloud_service_point=attention`,
	};
}

/** Works batch after batch, in requests of its own, until it is told to stop. */
function work( shop: Shop ): () => Promise< number > {
	let isOn = true;
	let batches = 0;
	const loop = ( async () => {
		while ( isOn ) {
			const response = await fetch( `${ shop.url }/?run-queue`, {
				headers: { 'X-Bench-Work': '1' },
			} );
			const { ran } = ( await response.json() ) as { ran: number };
			batches += ran;
		}
	} )();
	return async () => {
		isOn = false;
		await loop;
		return batches;
	};
}

async function measureMeanwhile(
	shop: Shop,
	merchant: Visitor,
	list: string
): Promise< Pick< Results, 'meanwhile' | 'worked' > > {
	const shopper = new Visitor( shop );
	const [ mug ] = JSON.parse(
		await shopper.get( '/wp-json/wc/store/v1/products?slug=mug' )
	) as Array< { id: number } >;
	await shopper.get( `/?add-to-cart=${ mug?.id }` );
	const pages: Array< [ string, Measure ] > = [
		[ 'shop page', () => shopper.measure( '/shop/', 'Relay Mug' ) ],
		[
			'checkout',
			() => shopper.measure( '/checkout-classic/', 'place_order' ),
		],
		[ 'order list', () => merchant.measure( list, 'wp-list-table' ) ],
	];
	const meanwhile: Pair[] = pages.map( ( [ title ] ) => ( {
		title,
		baseline: [],
		cost: [],
	} ) );
	let worked = 0;
	for ( let round = -WARM_UP; round < ROUNDS; round++ ) {
		for ( const half of [ 'baseline', 'cost' ] as const ) {
			const stop = half === 'cost' ? work( shop ) : undefined;
			for ( const [ index, [ , visit ] ] of pages.entries() ) {
				const cost = await visit();
				if ( round >= 0 ) {
					meanwhile[ index ]?.[ half ].push( cost );
				}
			}
			worked += ( await stop?.() ) ?? 0;
		}
	}
	if ( worked < ROUNDS ) {
		throw new Error( 'The queue had nothing to do.' );
	}
	say( '  requests while the check runs' );
	return { meanwhile, worked };
}

async function setFault( sandbox: string, fault?: object ): Promise< void > {
	await fetch( `${ sandbox }/_faults`, {
		method: fault ? 'POST' : 'DELETE',
		...( fault ? { body: JSON.stringify( fault ) } : {} ),
	} );
}

export async function measure(
	shop: Shop,
	hpos: 'yes' | 'no',
	orders: number
): Promise< Results > {
	const { list, status, attention } = addresses( hpos );
	const merchant = new Visitor( shop );
	await merchant.signIn();
	const visit =
		( place: string, headers = {} ): Measure =>
		() =>
			merchant.measure( place, 'wp-list-table', headers );
	const pairs = [
		await inTurns( 'order list', visit( list, WITHOUT ), visit( list ) ),
		await inTurns(
			'filter “needs attention”, against WooCommerce’s filter by status',
			visit( status ),
			visit( attention )
		),
	];
	const { ours } = await visit( list, { 'X-Bench-Queries': '1' } )();
	const diagnostics = await probe< Record< string, Work > >(
		shop,
		'diagnostics'
	);
	const planning = await probe( shop, 'planning' );
	say( `  planning: ${ planning[ 'actions' ] } batches` );
	const batches = await repeat( shop, 'batch', ROUNDS );
	await setFault( shop.sandbox, {
		fault: 'slow',
		ms: 200,
		path: '/service-points/',
	} );
	const slowBatches = await repeat( shop, 'batch', 3 );
	await setFault( shop.sandbox );
	say( '  batches' );
	const meanwhile = await measureMeanwhile( shop, merchant, list );
	const exportOn = await probe( shop, 'export-on' );
	await probe( shop, 'export-queue' );
	const exportBatches = await repeat( shop, 'export-batch', 5 );
	const exportSave = await probe< Results[ 'exportSave' ] >(
		shop,
		'export-save'
	);
	say( '  export' );
	return {
		hpos,
		orders,
		list: pairs,
		added: ours.map(
			( [ sql, caller ] ) =>
				`${ caller
					.split( ', ' )
					.filter( ( name ) =>
						name.includes( 'SendcloudServicePoints' )
					)
					.at(
						-1
					) }: ${ sql.replace( /\s+/g, ' ' ).trim().slice( 0, 100 ) }`
		),
		planning,
		batches,
		slowBatches,
		...meanwhile,
		diagnostics,
		exportOn,
		exportBatches,
		exportSave,
	};
}
