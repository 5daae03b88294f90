import type { Format } from './command.ts';

/** What is printed when a server is ready. */
export function readyText(address: string, format: Format): string {
  return format === 'json' ? JSON.stringify({ address, pid: process.pid }) : `Earshot is ready: ${address}`;
}
