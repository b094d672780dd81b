export interface Outcome {
	/** `note`: works, but not as well as it could. */
	status: 'good' | 'note' | 'bad';
	text: string;
}

export const good = ( text: string ): Outcome => ( { status: 'good', text } );
export const note = ( text: string ): Outcome => ( { status: 'note', text } );
export const bad = ( text: string ): Outcome => ( { status: 'bad', text } );
