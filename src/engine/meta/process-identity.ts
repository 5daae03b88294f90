import { readFileSync } from 'node:fs';

/** Process id and start time, because ids are used again; without /proc the id alone. Empty for a process that is not there or has ended. */
export function processIdentity(pid: number): string {
  const started = startOf(pid);
  if (started !== null) return `${pid} ${started}`;
  return process.platform !== 'linux' && isRunning(pid) ? `${pid} ` : '';
}

/** Ticks from the boot of the machine to the start of the process, as Linux knows it; none for one that has ended and is only not yet taken off the list (Z, X). */
function startOf(pid: number): string | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
