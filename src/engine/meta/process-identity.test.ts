import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { processIdentity } from './process-identity.ts';

it('is the same for a process as long as it lives, and another for every process', () => {
  const own = processIdentity(process.pid);
  expect(own).toMatch(new RegExp(`^${process.pid} `));
  expect(processIdentity(process.pid)).toBe(own);
  expect(processIdentity(process.ppid)).not.toBe(own);
});

it('is empty for a process that has ended', async () => {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'exit');
  expect(processIdentity(child.pid ?? 0)).toBe('');
});
