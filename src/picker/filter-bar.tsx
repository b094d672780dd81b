import { __ } from '@wordpress/i18n';
import { shopTypeLabel } from '../lib/format';
import type { Search } from './use-search';

/** What can be filtered by, where there is more than one of it. */
export function FilterBar( {
	carriers,
	shopTypes,
	filters,
	filter,
	status,
}: Pick<
	Search,
	'carriers' | 'shopTypes' | 'filters' | 'filter' | 'status'
> ) {
	const carrierOptions = Object.entries( carriers );
	const shopTypeOptions = shopTypes.map( ( shopType ): Option => [
		shopType,
		shopTypeLabel( shopType ),
	] );
	if ( carrierOptions.length < 2 && shopTypeOptions.length < 2 ) {
		// The first answer nearly always brings some: their room is kept, so that the list does not jump.
		return status === 'loading' && carrierOptions.length === 0 ? (
			<div className="scsp-filters scsp-filters--expected" />
		) : null;
	}
	return (
		<div className="scsp-filters">
			<Filter
				label={ __( 'Carrier', 'sendcloud-service-points' ) }
				all={ __( 'All carriers', 'sendcloud-service-points' ) }
				options={ carrierOptions }
				value={ filters.carrier }
				onChange={ ( carrier ) => filter( { ...filters, carrier } ) }
			/>
			<Filter
				label={ __(
					'Kind of service point',
					'sendcloud-service-points'
				) }
				all={
					shopTypes.includes( 'locker' )
						? __( 'Shops and lockers', 'sendcloud-service-points' )
						: __( 'All kinds', 'sendcloud-service-points' )
				}
				options={ shopTypeOptions }
				value={ filters.shopType }
				onChange={ ( shopType ) => filter( { ...filters, shopType } ) }
			/>
		</div>
	);
}

type Option = [ value: string, label: string ];

interface FilterProps {
	label: string;
	all: string;
	options: Option[];
	value: string;
	onChange: ( value: string ) => void;
}

function Filter( { label, all, options, value, onChange }: FilterProps ) {
	if ( options.length < 2 ) {
		return null;
	}
	return (
		<select
			className="scsp-select"
			aria-label={ label }
			value={ value }
			onChange={ ( event ) => onChange( event.target.value ) }
		>
			<option value="">{ all }</option>
			{ options.map( ( [ option, name ] ) => (
				<option key={ option } value={ option }>
					{ name }
				</option>
			) ) }
		</select>
	);
}
