import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Locks that this process holds: one with its id that it does not hold is from a process that had the same id before. */
const held = new Set();

/**
 * Runs `work` while no other process holds the same lock file; waits for a holder that lives and takes over from one that died.
 * @template T
 * @param {string} lock path of the lock file
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function exclusive(lock, work) {
  mkdirSync(dirname(lock), { recursive: true });
  while (!taken(lock)) await wait(100);
  held.add(lock);
  try {
    return await work();
  } finally {
    held.delete(lock);
    rmSync(lock, { force: true });
  }
}

/**
 * A link appears as a whole, so no one reads a lock without its holder.
 * @param {string} lock
 */
function taken(lock) {
  const claim = `${lock}.${process.pid}`;
  writeFileSync(claim, String(process.pid));
  try {
    linkSync(claim, lock);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    if (!holderLives(lock)) rmSync(lock, { force: true });
    return false;
  } finally {
    rmSync(claim);
  }
}

/** @param {string} lock */
function holderLives(lock) {
  try {
    const holder = Number(readFileSync(lock, 'utf8'));
    if (holder === process.pid) return held.has(lock);
    process.kill(holder, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
