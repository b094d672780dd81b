import type { KeyboardEvent, ReactNode } from 'react';

export interface Tab< Name extends string > {
	name: Name;
	label: string;
	icon: ReactNode;
}

interface Props< Name extends string > {
	/** Prefix of the ids: `{id}-{name}-tab` and `{id}-{name}`, the panel's. */
	id: string;
	label: string;
	tabs: Tab< Name >[];
	selected: Name;
	onSelect: ( name: Name ) => void;
}

export const tabId = ( id: string, name: string ) => `${ id }-${ name }-tab`;
export const panelId = ( id: string, name: string ) => `${ id }-${ name }`;

export function Tabs< Name extends string >( {
	id,
	label,
	tabs,
	selected,
	onSelect,
}: Props< Name > ) {
	const onKeyDown = ( event: KeyboardEvent ) => {
		const step = { ArrowRight: 1, ArrowLeft: -1 }[ event.key ];
		if ( ! step ) {
			return;
		}
		event.preventDefault();
		const isRtl =
			getComputedStyle( event.currentTarget ).direction === 'rtl';
		const index = tabs.findIndex( ( { name } ) => name === selected );
		const next = tabs.at(
			( index + ( isRtl ? -step : step ) ) % tabs.length
		);
		if ( next ) {
			onSelect( next.name );
			document.getElementById( tabId( id, next.name ) )?.focus();
		}
	};

	return (
		<div className="scsp-tabs" role="tablist" aria-label={ label }>
			{ tabs.map( ( { name, label: text, icon } ) => (
				<button
					key={ name }
					type="button"
					role="tab"
					id={ tabId( id, name ) }
					className="scsp-tab"
					aria-selected={ name === selected }
					aria-controls={ panelId( id, name ) }
					tabIndex={ name === selected ? 0 : -1 }
					onClick={ () => onSelect( name ) }
					onKeyDown={ onKeyDown }
				>
					{ icon }
					<span>{ text }</span>
				</button>
			) ) }
		</div>
	);
}
