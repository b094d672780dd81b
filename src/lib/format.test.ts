import { servicePoint } from '../../tests/js/service-point';
import { formatIntervals, formatStreet, shopTypeLabel } from './format';

test.each( [
	[ 'FR', '12 bis', '12 bis Rue Voltaire' ],
	[ 'DE', '40', 'Rue Voltaire 40' ],
	[ 'FR', '', 'Rue Voltaire' ],
] )( 'a street in %s', ( country, number, text ) => {
	const { address } = servicePoint();
	expect(
		formatStreet(
			servicePoint( {
				address: {
					...address,
					street: 'Rue Voltaire',
					house_number: number,
					country_code: country,
				},
			} )
		)
	).toBe( text );
} );

test( 'a day is closed, open all day, or a list of hours', () => {
	expect( formatIntervals( [], 'fr-FR' ) ).toEqual( [ 'Closed' ] );
	expect(
		formatIntervals(
			[ { start_time: '00:00', end_time: '24:00' } ],
			'fr-FR'
		)
	).toEqual( [ 'Open 24 hours' ] );
	expect(
		formatIntervals(
			[
				{ start_time: '09:00', end_time: '12:00' },
				{ start_time: '13:30', end_time: '18:00' },
			],
			'fr-FR'
		)
	).toEqual( [ '09:00 – 12:00', '13:30 – 18:00' ] );
} );

test.each( [
	[ 'servicepoint', 'Parcel shop' ],
	[ 'locker', 'Parcel locker' ],
	[ 'post_kiosk', 'Post kiosk' ],
	[ 'boat', 'Boat' ],
	[ '', 'Service point' ],
] )( 'a point of the kind “%s” is called %s', ( shopType, label ) => {
	expect( shopTypeLabel( shopType ) ).toBe( label );
} );
