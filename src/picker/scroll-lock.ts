/** The page behind the dialog stays where it is, without a jump where its scrollbar was. */
export function lockScroll(): () => void {
	const page = document.documentElement;
	const { overflow, scrollbarGutter } = page.style;
	if ( window.innerWidth > page.clientWidth ) {
		page.style.scrollbarGutter = 'stable';
	}
	page.style.overflow = 'hidden';
	return () => {
		page.style.overflow = overflow;
		page.style.scrollbarGutter = scrollbarGutter;
	};
}
