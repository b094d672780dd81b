/** The map's style: quiet colours that leave the pins the loudest thing on it. No fonts and no address but our own. */
import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import style from './style.json';

/** @param base The sandbox's own address: MapLibre wants absolute ones for tiles. */
export const mapStyle = ( base: string ): StyleSpecification =>
	JSON.parse( JSON.stringify( style ).replaceAll( '{sandbox}', base ) );
