import { expect, type APIRequestContext } from '@playwright/test';
import type { Fault } from '../../sandbox/faults';
import { sandboxUrl } from './environment';

export async function breakSandbox(
	request: APIRequestContext,
	fault: Fault,
	sandbox = sandboxUrl
): Promise< void > {
	expect(
		await request.post( `${ sandbox }/_faults`, { data: fault } )
	).toBeOK();
}

export async function mendSandbox(
	request: APIRequestContext,
	sandbox = sandboxUrl
): Promise< void > {
	expect( await request.delete( `${ sandbox }/_faults` ) ).toBeOK();
}
