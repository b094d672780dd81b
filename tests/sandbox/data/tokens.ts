/** The tokens given so far, and until when each is good. */
import { randomBytes } from 'node:crypto';

/** Seconds. */
export const TOKEN_LIFETIME = 3600;

export class Tokens {
	private readonly ends = new Map< string, number >();

	issue( now: Date ): string {
		const token = randomBytes( 24 ).toString( 'base64url' );
		this.ends.set( token, now.getTime() + TOKEN_LIFETIME * 1000 );
		return token;
	}

	accept( header: string | undefined, now: Date ): boolean {
		const token = header?.replace( /^Bearer /, '' ) ?? '';
		return ( this.ends.get( token ) ?? 0 ) > now.getTime();
	}
}
