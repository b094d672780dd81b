/**
 * Before a command of vendor/bin: PHP and Composer's tools, where they are missing.
 */
import { ensureVendor } from './system';

ensureVendor().catch( ( error: unknown ) => {
	console.error( error instanceof Error ? error.message : error );
	process.exit( 1 );
} );
