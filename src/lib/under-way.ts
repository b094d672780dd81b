/**
 * Requests of WooCommerce's own that are under way. Each reads the whole session when it begins and writes it back when it ends: of two
 * at a time, the slower one undoes what the other has saved.
 */
export function createUnderWay() {
	let all = Promise.resolve();

	return {
		add( request: PromiseLike< unknown > ): void {
			// Without the answers, which would be kept as long as the page.
			all = Promise.allSettled( [ all, request ] ).then( () => {} );
		},
		/** Once every request that has begun is answered, well or not. */
		ended: (): Promise< void > => all,
	};
}
