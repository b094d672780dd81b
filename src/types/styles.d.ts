/** Style sheets are imported for webpack alone. */
declare module '*.css';
declare module '*.scss';
