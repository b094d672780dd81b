/**
 * What a shop's machine runs, here in a folder of tests/.work: nginx, php-fpm with OPcache, MariaDB and Redis.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort, ROOT, run, WORK } from '../../setup/shell';
import { install, killAll, program, start } from './processes';

export const WORKERS = 12;

/** Of this run alone: two runs do not meet. */
const FOLDER = path.join( WORK, `bench-${ process.pid }` );
const HERE = path.join( ROOT, 'tests/bench/checkout' );

const USER = os.userInfo().username;
const IS_ROOT = process.getuid?.() === 0;

const file = ( name: string, lines: string[] ): string => {
	const target = path.join( FOLDER, name );
	fs.writeFileSync( target, `${ lines.join( '\n' ) }\n` );
	return target;
};

async function phpVersion(): Promise< string > {
	return run( 'php', [
		'-r',
		'echo PHP_MAJOR_VERSION . "." . PHP_MINOR_VERSION;',
	] );
}

export async function ensureServers(): Promise< void > {
	const php = await phpVersion();
	const extensions = (
		await run( 'php', [
			'-r',
			'echo implode( " ", get_loaded_extensions() );',
		] )
	).split( ' ' );
	const missing = [
		...( program( 'nginx' ) ? [] : [ 'nginx-light' ] ),
		...( program( 'mariadbd' )
			? []
			: [ 'mariadb-server-core', 'mariadb-client-core' ] ),
		...( program( 'redis-server' ) ? [] : [ 'redis-server' ] ),
		...( program( `php-fpm${ php }` ) ? [] : [ `php${ php }-fpm` ] ),
		...( extensions.includes( 'mysqli' ) ? [] : [ `php${ php }-mysql` ] ),
		...( extensions.includes( 'redis' ) ? [] : [ `php${ php }-redis` ] ),
	];
	if ( missing.length > 0 ) {
		await install( missing );
	}
	fs.mkdirSync( FOLDER, { recursive: true } );
	process.on( 'exit', () => {
		killAll();
		fs.rmSync( FOLDER, { recursive: true, force: true } );
	} );
}

/** An empty database, and the environment that tells the shop of it. */
export async function startMariaDb(): Promise< void > {
	const port = await freePort( 9310 );
	const data = path.join( FOLDER, 'mariadb' );
	await run( 'mariadb-install-db', [
		'--no-defaults',
		`--datadir=${ data }`,
		`--user=${ USER }`,
		'--auth-root-authentication-method=normal',
		'--skip-test-db',
	] );
	await start( FOLDER, port, program( 'mariadbd' ) ?? '', [
		'--no-defaults',
		`--datadir=${ data }`,
		`--user=${ USER }`,
		`--socket=${ path.join( FOLDER, 'mariadb.sock' ) }`,
		`--port=${ port }`,
		'--bind-address=127.0.0.1',
		'--max-connections=100',
		'--innodb-flush-log-at-trx-commit=2',
	] );
	Object.assign( process.env, {
		DB_HOST: `127.0.0.1:${ port }`,
		DB_NAME: 'wordpress',
		DB_USER: 'root',
		DB_PASSWORD: '',
	} );
	await run( 'mariadb', [
		'--no-defaults',
		'--host=127.0.0.1',
		`--port=${ port }`,
		'--user=root',
		'--execute=CREATE DATABASE wordpress',
	] );
}

export async function startRedis(): Promise< void > {
	const port = await freePort( 9320 );
	await start( FOLDER, port, program( 'redis-server' ) ?? '', [
		...[ '--bind', '127.0.0.1', '--port', String( port ) ],
		...[ '--save', '', '--dir', FOLDER ],
	] );
	process.env[ 'BENCH_REDIS_PORT' ] = String( port );
}

const pool = ( name: string, port: number, workers: number ): string[] => [
	`[${ name }]`,
	...( IS_ROOT ? [ `user = ${ USER }` ] : [] ),
	`listen = 127.0.0.1:${ port }`,
	'listen.backlog = 4096',
	'pm = static',
	`pm.max_children = ${ workers }`,
	'clear_env = no',
	'catch_workers_output = yes',
	`php_admin_value[auto_prepend_file] = ${ HERE }/meter.php`,
];

/** One worker, whose caches are warm, for what is measured; a dozen for the burst. */
async function startPhp(): Promise< { one: number; many: number } > {
	const php = await phpVersion();
	const one = await freePort( 9330 );
	const many = await freePort( one + 1 );
	const configuration = file( 'php-fpm.conf', [
		'[global]',
		'daemonize = no',
		`error_log = ${ FOLDER }/php-fpm-error.log`,
		...pool( 'one', one, 1 ),
		...pool( 'many', many, WORKERS ),
	] );
	await start( FOLDER, many, program( `php-fpm${ php }` ) ?? '', [
		...( IS_ROOT ? [ '--allow-to-run-as-root' ] : [] ),
		...[ '--nodaemonize', '--fpm-config', configuration ],
		...[ '-d', 'memory_limit=512M' ],
		...[ '-d', 'opcache.enable=1' ],
		...[ '-d', 'opcache.memory_consumption=256' ],
		...[ '-d', 'opcache.max_accelerated_files=20000' ],
		...[ '-d', 'opcache.validate_timestamps=0' ],
		...[ '-d', 'realpath_cache_ttl=600' ],
	] );
	return { one, many };
}

const PARAMETERS = {
	SCRIPT_FILENAME: '$document_root$fastcgi_script_name',
	SCRIPT_NAME: '$fastcgi_script_name',
	QUERY_STRING: '$query_string',
	REQUEST_METHOD: '$request_method',
	REQUEST_URI: '$request_uri',
	CONTENT_TYPE: '$content_type',
	CONTENT_LENGTH: '$content_length',
	DOCUMENT_ROOT: '$document_root',
	SERVER_PROTOCOL: '$server_protocol',
	SERVER_NAME: '$server_name',
	SERVER_PORT: '$server_port',
	GATEWAY_INTERFACE: 'CGI/1.1',
	// With its port, which nginx drops.
	HTTP_HOST: '$http_host',
	REMOTE_ADDR: '$visitor',
};

/** Serves the shop; a request's headers choose its pool and its visitor's address. */
export async function startWeb( port: number, root: string ): Promise< void > {
	const { one, many } = await startPhp();
	const configuration = file( 'nginx.conf', [
		...( IS_ROOT ? [ `user ${ USER };` ] : [] ),
		'daemon off;',
		'worker_processes 1;',
		`pid ${ FOLDER }/nginx.pid;`,
		`error_log ${ FOLDER }/nginx-error.log;`,
		'events { worker_connections 4096; }',
		'http {',
		'	access_log off;',
		...[ 'client_body', 'fastcgi', 'proxy', 'scgi', 'uwsgi' ].map(
			( name ) => `	${ name }_temp_path ${ FOLDER }/nginx-${ name };`
		),
		`	map $http_x_bench_burst $pool { default 127.0.0.1:${ many }; "" 127.0.0.1:${ one }; }`,
		'	map $http_x_bench_visitor $visitor { default $http_x_bench_visitor; "" $remote_addr; }',
		'	server {',
		`		listen 127.0.0.1:${ port } backlog=4096;`,
		`		root ${ root };`,
		'		index index.php;',
		'		location / { try_files $uri $uri/ /index.php$is_args$args; }',
		'		location ~ \\.php$ {',
		...Object.entries( PARAMETERS ).map(
			( [ name, value ] ) => `			fastcgi_param ${ name } ${ value };`
		),
		'			fastcgi_read_timeout 900s;',
		'			fastcgi_buffers 64 16k;',
		'			fastcgi_pass $pool;',
		'		}',
		'	}',
		'}',
	] );
	await start( FOLDER, port, program( 'nginx' ) ?? '', [
		...[ '-c', configuration, '-p', FOLDER ],
		...[ '-e', `${ FOLDER }/nginx-error.log` ],
	] );
}
