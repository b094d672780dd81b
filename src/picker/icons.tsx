import type { ReactNode } from 'react';

const Icon = ( { children }: { children: ReactNode } ) => (
	<svg
		className="scsp-icon"
		viewBox="0 0 24 24"
		width="20"
		height="20"
		fill="none"
		stroke="currentColor"
		strokeWidth="1.75"
		strokeLinecap="round"
		strokeLinejoin="round"
		aria-hidden="true"
		focusable="false"
	>
		{ children }
	</svg>
);

export const CloseIcon = () => (
	<Icon>
		<path d="M6 6l12 12M18 6L6 18" />
	</Icon>
);

export const SearchIcon = () => (
	<Icon>
		<circle cx="11" cy="11" r="6" />
		<path d="M15.5 15.5L20 20" />
	</Icon>
);

export const LocateIcon = () => (
	<Icon>
		<circle cx="12" cy="12" r="6" />
		<path d="M12 3v3M12 18v3M3 12h3M18 12h3" />
		<circle cx="12" cy="12" r="1.5" fill="currentColor" />
	</Icon>
);

export const ListIcon = () => (
	<Icon>
		<path d="M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01" />
	</Icon>
);

export const MapIcon = () => (
	<Icon>
		<path d="M9 4L3.5 6.5v13L9 17l6 3 5.5-2.5v-13L15 7 9 4zM9 4v13M15 7v13" />
	</Icon>
);

export const DirectionsIcon = () => (
	<Icon>
		<path d="M12 3l9 9-9 9-9-9 9-9zM9 14v-3h6M13 8.5L15.5 11 13 13.5" />
	</Icon>
);

export const EmptyIcon = () => (
	<Icon>
		<path d="M12 21s-7-6.2-7-11.5a7 7 0 0114 0C19 14.8 12 21 12 21z" />
		<path d="M10 7.5l4 4M14 7.5l-4 4" />
	</Icon>
);
