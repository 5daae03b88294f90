import type { Access } from '../../core/model/endpoint.ts';

/** What the person at this machine may do: there is one, and the server listens on loopback only. */
const local: readonly Access[] = ['read', 'write', 'administer'];

/** Whether the caller may make a call that asks for this. The one place where it is decided. */
export function mayCall(access: Access): boolean {
  return local.includes(access);
}
