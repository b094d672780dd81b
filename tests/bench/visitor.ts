/**
 * A browser without a screen: keeps its cookies, and learns what each of its requests cost the shop.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { Shop } from '../shop/assemble';

export interface Cost {
	seconds: number;
	queries: number;
	/** What the plugin asked the database, and in which functions. */
	ours: Array< [ sql: string, caller: string ] >;
	/** Batches of the check that ran in this very request. */
	checked: number;
	/** Questions to Sendcloud. */
	asked: number;
	/** Milliseconds of the processor, where php-fpm's meter counts them. */
	cpu: number;
	/** Bytes at the peak. */
	memory: number;
	/** Class files of the measured plugin. */
	files: number;
	/** Every query, where asked for. */
	all: Array< [ sql: string, caller: string ] >;
	/** Milliseconds in the measured plugin's callbacks, where asked for. */
	hooks: number;
}

let requests = 0;

export class Visitor {
	private readonly cookies = new Map< string, string >();

	constructor( private readonly shop: Shop ) {}

	async get(
		place: string,
		headers: Record< string, string > = {},
		init: RequestInit = {}
	): Promise< string > {
		const response = await fetch( this.shop.url + place, {
			redirect: 'manual',
			...init,
			headers: {
				...headers,
				Cookie: [ ...this.cookies ]
					.map( ( [ name, value ] ) => `${ name }=${ value }` )
					.join( '; ' ),
			},
		} );
		for ( const cookie of response.headers.getSetCookie() ) {
			const [ name = '', value = '' ] = (
				cookie.split( ';' )[ 0 ] ?? ''
			).split( '=' );
			this.cookies.set( name, value );
		}
		const text = await response.text();
		if ( response.status >= 400 ) {
			throw new Error(
				`${ place }: ${ response.status }\n${ text.slice( 0, 500 ) }`
			);
		}
		return text;
	}

	async signIn(): Promise< void > {
		await this.get( '/wp-login.php' );
		await this.get(
			'/wp-login.php',
			{},
			{
				method: 'POST',
				body: new URLSearchParams( { log: 'admin', pwd: 'password' } ),
			}
		);
	}

	/** Time is the visitor's; the rest the shop writes down when the request is over. */
	async measure(
		place: string,
		expected: string,
		headers: Record< string, string > = {},
		init: RequestInit = {}
	): Promise< Cost > {
		const id = String( ++requests );
		const file = path.join(
			this.shop.folder,
			`wp-content/bench-${ id }.json`
		);
		// Of a run before this one.
		fs.rmSync( file, { force: true } );
		const start = performance.now();
		const page = await this.get(
			place,
			{ ...headers, 'X-Bench': id },
			init
		);
		const seconds = ( performance.now() - start ) / 1000;
		if ( ! page.includes( expected ) ) {
			throw new Error( `${ place } shows no ${ expected }.` );
		}
		for ( let tries = 0; ! fs.existsSync( file ) && tries < 50; tries++ ) {
			await new Promise( ( next ) => setTimeout( next, 20 ) );
		}
		const cost = JSON.parse( fs.readFileSync( file, 'utf8' ) ) as Cost;
		fs.rmSync( file );
		return { ...cost, seconds };
	}
}
