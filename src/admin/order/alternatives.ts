/**
 * The nearest points of the same carrier, around the one that is full or withdrawn.
 */
import { __, sprintf } from '@wordpress/i18n';
import { searchServicePoints } from '../../lib/api';
import { getConfig } from '../../lib/config';
import { formatDistance } from '../../lib/distance';
import { formatAddress } from '../../lib/format';
import { markOf } from '../../lib/mark';
import { parseRule } from '../../lib/rule';
import type { SearchQuery, ServicePoint } from '../../types/domain';
import { act, closedLines, readRequest, REFRESHED, save } from './line';

const ALTERNATIVES = 3;

function toQuery( line: HTMLElement, old: ServicePoint ): SearchQuery {
	const { country, rule, address } = readRequest( line );
	const { code } = old.carrier;
	const isPlaced =
		old.position.latitude !== 0 || old.position.longitude !== 0;
	return {
		country,
		rule: {
			...parseRule( rule ),
			...( code && { carriers: [ code ] } ),
		},
		place: isPlaced
			? { position: old.position }
			: { address: formatAddress( old ) || address },
		limit: 10,
	};
}

function createItem( line: HTMLElement, point: ServicePoint ): HTMLElement {
	const item = document.createElement( 'li' );
	const text = document.createElement( 'span' );
	const detail = document.createElement( 'small' );
	const button = document.createElement( 'button' );
	text.textContent = point.name;
	const mark = markOf( point.carrier.code );
	if ( mark ) {
		const picture = new Image( 20, 20 );
		picture.className = 'scsp-mark';
		picture.alt = '';
		picture.src = mark;
		text.prepend( picture );
	}
	detail.textContent = [
		formatAddress( point ),
		point.distance !== null &&
			formatDistance( point.distance, getConfig().locale ),
	]
		.filter( Boolean )
		.join( ', ' );
	text.append( detail );
	button.type = 'button';
	button.className = 'button';
	button.textContent = __( 'Use this one', 'sendcloud-service-points' );
	button.setAttribute(
		'aria-label',
		/* translators: %s: name of a service point. */
		sprintf( __( 'Use %s', 'sendcloud-service-points' ), point.name )
	);
	button.addEventListener( 'click', () => {
		void act( line, () =>
			save( line, 'POST', {
				service_point_id: point.id,
				post_number: readRequest( line ).selected?.post_number ?? '',
			} )
		);
	} );
	item.append( text, button );
	return item;
}

async function suggest( line: HTMLElement ): Promise< void > {
	const old = readRequest( line ).selected?.service_point;
	const place = line.querySelector( '.scsp-order__alternatives' );
	if ( ! old || ! place ) {
		return;
	}
	const { service_points: points } = await searchServicePoints(
		getConfig().restUrl,
		toQuery( line, old ),
		new AbortController().signal
	);
	const others = points.filter( ( point ) => point.id !== old.id );
	if ( others.length > 0 ) {
		const list = document.createElement( 'ul' );
		list.append(
			...others
				.slice( 0, ALTERNATIVES )
				.map( ( point ) => createItem( line, point ) )
		);
		const title = document.createElement( 'strong' );
		title.textContent = __(
			'Nearest points of the same carrier',
			'sendcloud-service-points'
		);
		place.replaceChildren( title, list );
	}
}

const suggestAll = () =>
	closedLines().forEach( ( line ) => {
		// Without them there is still the picker.
		suggest( line ).catch( () => undefined );
	} );

export function showAlternatives(): void {
	suggestAll();
	document.addEventListener( REFRESHED, suggestAll );
}
