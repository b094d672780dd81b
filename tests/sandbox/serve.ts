/**
 * npm run sandbox -- [--port 8800] [--host 127.0.0.1] [--contract] [--shop-url URL --consumer-key KEY --consumer-secret SECRET]
 */
import { parseArgs } from 'node:util';
import { PUBLIC_KEY, SECRET_KEY, startSandbox } from './server';

const { values } = parseArgs( {
	options: {
		port: { type: 'string', default: '8800' },
		host: { type: 'string', default: '127.0.0.1' },
		contract: { type: 'boolean', default: false },
		'shop-url': { type: 'string' },
		'consumer-key': { type: 'string', default: '' },
		'consumer-secret': { type: 'string', default: '' },
	},
} );

const shopUrl = values[ 'shop-url' ];

startSandbox( {
	port: Number( values.port ),
	host: values.host,
	contract: values.contract,
	...( shopUrl
		? {
				shop: {
					url: shopUrl,
					consumerKey: values[ 'consumer-key' ],
					consumerSecret: values[ 'consumer-secret' ],
				},
			}
		: {} ),
} ).then(
	( { url } ) => {
		console.log( `Sendcloud sandbox
  API v3  ${ url }/api/v3    API v2  ${ url }/api/v2
  keys    ${ PUBLIC_KEY } / ${ SECRET_KEY }
  panel   ${ url }/panel
  map     ${ url }/map/style.json` );
	},
	( error: Error ) => {
		console.error( `The sandbox cannot start: ${ error.message }` );
		process.exitCode = 1;
	}
);
