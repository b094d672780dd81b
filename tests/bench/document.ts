/**
 * docs/benchmark.md, whose sections are written by one measurement each.
 */
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../setup/shell';

const FILE = path.join( ROOT, 'docs/benchmark.md' );

export const table = ( head: string[], rows: string[][] ): string =>
	[ head, head.map( () => '---' ), ...rows ]
		.map( ( row ) => `| ${ row.join( ' | ' ) } |` )
		.join( '\n' );

/** Replaces the section whose title begins as named, and the introduction where there is a new one. */
export function saveSection(
	name: string,
	section: string,
	introduction?: string
): void {
	const [ known = '', ...sections ] = (
		fs.existsSync( FILE ) ? fs.readFileSync( FILE, 'utf8' ) : ''
	)
		.split( /^(?=## )/m )
		.map( ( part ) => part.trim() );
	const others = sections.filter(
		( other ) => ! other.startsWith( `## ${ name }` )
	);
	fs.writeFileSync(
		FILE,
		`${ [ introduction?.trim() ?? known, ...[ section, ...others ].sort() ].join( '\n\n' ) }\n`
	);
}
