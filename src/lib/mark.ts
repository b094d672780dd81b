import { getConfig } from './config';

/** The address of a carrier's picture, which the shop serves itself; the name alone does where there is none. */
export const markOf = ( carrier: string ): string | null =>
	getConfig().marks[ carrier ] ?? null;
