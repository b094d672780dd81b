import type { SearchAnswer, ServicePoint } from '../../src/types/domain';

const response = (
	body: unknown,
	status: number,
	headers: Record< string, string > = {}
) => {
	const answer: Partial< Response > = {
		ok: status < 400,
		status,
		headers: new Headers( headers ),
		json: async () => body,
	};
	return answer as Response;
};

/** The REST API, as far as the picker sees it: what it was asked, and answers given one by one. */
export function searchServer() {
	const asked: URLSearchParams[] = [];
	const waiting: Array< ( answer: Response ) => void > = [];

	window.fetch = jest.fn(
		( url: RequestInfo | URL ) =>
			new Promise< Response >( ( resolve ) => {
				asked.push( new URL( String( url ) ).searchParams );
				waiting.push( resolve );
			} )
	);

	return {
		/** The last question, as an object. */
		lastQuestion: () => Object.fromEntries( asked.at( -1 ) ?? [] ),
		questions: () => asked.length,
		/** Answers the oldest question, or the one of the given number. */
		answer(
			points: ServicePoint[],
			more: Partial< SearchAnswer > = {},
			question = 0
		) {
			const [ resolve ] = waiting.splice( question, 1 );
			resolve?.(
				response(
					{ service_points: points, geocoding: null, ...more },
					200
				)
			);
		},
		fail(
			code: string,
			message: string,
			headers: Record< string, string > = {}
		) {
			waiting.shift()?.( response( { code, message }, 503, headers ) );
		},
	};
}
