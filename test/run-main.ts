import { vi } from 'vitest';
import { main } from '../src/app/cli/main.ts';

/** Runs the command line in this process: its exit code, what it put out, and what it said beside that. */
export async function runMain(argv: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const out: string[] = [];
  const said: string[] = [];
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0),
  ];
  try {
    return { code: await main(argv, environment), out: out.join(''), said: said.join('').trimEnd() };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
