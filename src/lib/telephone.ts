/** Whether it can be a telephone number. Twin of includes/Domain/Telephone.php. */
export const isTelephone = ( typed: string ): boolean =>
	( typed.match( /\d/g ) ?? [] ).length >= 6;
