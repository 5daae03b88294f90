import type { TestProject } from 'vitest/node';
import { findChromium } from '../find-chromium.mjs';
import { demoServer } from './demo-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a server with the sample company, which every file of the browser's tests shares. */
    sample: string;
  }
}

/** Loads the sample company once for all files. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (findChromium() === null) return async () => {};
  const server = await demoServer(3000);
  project.provide('sample', server.address);
  return () => server.stop();
}
