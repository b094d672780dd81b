/**
 * The shipping packages that go to a service point, as the Store API lists them: docs/data-contract.md.
 */
import type { ShippingPackage } from '@woocommerce/block-data';
import { isSelection, record, strings, string } from '../lib/guards';
import type { PickerRequest, Selection } from '../types/domain';

export const NAMESPACE = 'sendcloud-service-points';

/** What either checkout knows of a package whose rate needs a service point. */
export interface RelayPackage extends Omit<
	PickerRequest,
	'onSelect' | 'onClose'
> {
	id: string;
	/** The town that the package goes to since the point was chosen for another, or `''`. */
	movedTo: string;
}

export interface StorePackage extends RelayPackage {
	selected: Selection | null;
	name: string;
	rate: { id: string; name: string };
	/** Whether this rate is the package's chosen one. */
	isChosen: boolean;
	/** Why an earlier choice is not the selection now, or `''`. */
	reason: string;
	/** Why the chosen point needs the shopper's telephone number, or `''`. */
	telephone: string;
}

/** The data of `extensionCartUpdate` that stores a choice. */
export interface ServicePointUpdate {
	action: 'select';
	package_id: string;
	service_point_id: number;
	post_number: string;
	rate_id: string;
}

/** Ours, of one package: its rules, selection, reason and explanations. */
const dataOf = ( extension: unknown, packageId: string ) =>
	record( record( record( extension )[ 'packages' ] )[ packageId ] );

const addressOf = ( {
	address_1: street,
	postcode,
	city,
}: ShippingPackage[ 'destination' ] ): string =>
	[ street, `${ postcode } ${ city }` ]
		.map( ( part ) => part.trim() )
		.filter( Boolean )
		.join( ', ' );

function toStorePackage(
	{
		package_id: packageId,
		name,
		destination,
		shipping_rates: rates,
	}: ShippingPackage,
	extension: unknown
): StorePackage | null {
	const id = String( packageId );
	const data = dataOf( extension, id );
	const rules = record( data[ 'rules' ] );
	const offered = rates.filter( ( { rate_id: rateId } ) => rateId in rules );
	const rate = offered.find( ( { selected } ) => selected ) ?? offered[ 0 ];
	if ( ! rate ) {
		return null;
	}
	const { selection } = data;
	const movedTo = string( data[ 'moved_to' ] );
	return {
		id,
		name,
		rate: { id: rate.rate_id, name: rate.name },
		isChosen: rate.selected,
		rule: rules[ rate.rate_id ],
		country: destination.country,
		address: addressOf( destination ),
		selected: isSelection( selection ) ? selection : null,
		movedTo,
		hasMoved: movedTo !== '',
		reason: string( data[ 'reason' ] ),
		telephone: string( data[ 'telephone' ] ),
	};
}

/** In the order of the packages: each that can go to a service point, by its chosen rate where that is such a one. */
export const toStorePackages = (
	packages: ShippingPackage[],
	extension: unknown
): StorePackage[] =>
	packages.flatMap(
		( shippingPackage ) =>
			toStorePackage( shippingPackage, extension ) ?? []
	);

/** Why relay rates are not offered, each sentence once. */
export const readExplanations = ( extension: unknown ): string[] => [
	...new Set(
		Object.values( record( record( extension )[ 'packages' ] ) ).flatMap(
			( data ) => strings( record( data )[ 'explanations' ] )
		)
	),
];
