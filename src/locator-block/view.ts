/**
 * The locator on a page: fetches the picker when a visitor is about to see it.
 */
import './style.scss';
import { loadPicker } from '../lib/load-picker';

async function mount( element: HTMLElement ): Promise< void > {
	const { country, carriers, address, failed } = element.dataset;
	element.setAttribute( 'aria-busy', 'true' );
	try {
		const { mountLocator } = await loadPicker();
		mountLocator( element, {
			country: country ?? '',
			rule: { carriers: carriers ? carriers.split( ',' ) : [] },
			address: address ?? '',
		} );
	} catch {
		element.textContent = failed ?? '';
	}
	element.removeAttribute( 'aria-busy' );
}

const observer = new IntersectionObserver(
	( entries ) => {
		for ( const { isIntersecting, target } of entries ) {
			if ( isIntersecting ) {
				observer.unobserve( target );
				void mount( target as HTMLElement );
			}
		}
	},
	{ rootMargin: '300px' }
);

document
	.querySelectorAll( '.wp-block-sendcloud-service-points-locator' )
	.forEach( ( element ) => observer.observe( element ) );
