/** What webpack makes of files that are no scripts. */
declare module '*.css';
declare module '*.scss';
declare module '*.svg' {
	import type { FunctionComponent, SVGProps } from 'react';

	export const ReactComponent: FunctionComponent< SVGProps< SVGSVGElement > >;
}
