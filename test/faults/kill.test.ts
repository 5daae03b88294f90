import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type KillReport, killRounds } from './kill-rounds.ts';

let folder: string;
let report: KillReport;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-kill-'));
  report = await killRounds({ directory: join(folder, 'data'), files: folder, rounds: 5, rows: 70_000, longestLifeMs: 4_000 });
}, 300_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

it('keeps every acknowledged event and message exactly once', () => {
  expect(report.audit.events).toMatchObject({ missing: 0, doubled: 0 });
  expect(report.audit.messages).toMatchObject({ missing: 0, doubled: 0 });
  expect(report.audit.events.acknowledged + report.audit.messages.acknowledged).toBeGreaterThan(0);
});

it('has the facts of every acknowledged ticket, of all that is stored about it', () => {
  expect(report.audit.tickets).toMatchObject({ missing: 0, doubled: 0 });
  expect(report.audit.stale).toBe(0);
});

it('goes on with an import that was cut short, and has each of its rows once', () => {
  expect(report.imports.begun).toBeGreaterThan(report.imports.finished);
  expect(report.imports.cutShort).toBeGreaterThan(0);
  for (const file of report.audit.files) {
    expect(file).toMatchObject({ records: file.expected, tickets: file.expected, doubled: 0 });
  }
});

it('leaves nothing behind that was half done', () => {
  expect(report.audit.leftOver).toEqual([]);
});

it('refuses nothing and fails no question while it lives', () => {
  expect(report.surprises).toEqual([]);
});
