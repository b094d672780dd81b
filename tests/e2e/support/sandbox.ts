import { expect, type APIRequestContext } from '@playwright/test';
import type { Fault } from '../../sandbox/faults';
import { sandboxUrl } from './environment';

export async function breakSandbox(
	request: APIRequestContext,
	fault: Fault
): Promise< void > {
	expect(
		await request.post( `${ sandboxUrl }/_faults`, { data: fault } )
	).toBeOK();
}

export async function mendSandbox(
	request: APIRequestContext
): Promise< void > {
	expect( await request.delete( `${ sandboxUrl }/_faults` ) ).toBeOK();
}
