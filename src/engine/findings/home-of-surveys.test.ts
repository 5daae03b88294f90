import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { surveyResponses } from '../../core/entities/surveys.ts';
import { readConfiguration } from '../configuration/read-configuration.ts';
import { emptyRow } from '../query/example-row.ts';
import { type OpenWorkspace, openWorkspace } from '../workspace/open-workspace.ts';
import { type HomeKeeper, homeKeeper } from './home-keeper.ts';

const dayMs = 86_400_000;
const days = 120;
const first = Date.UTC(2026, 6, 1);
const directory = mkdtempSync(join(tmpdir(), 'earshot-surveys-'));
let workspace: OpenWorkspace;
let keeper: HomeKeeper;

/** Forty answers a day: nine of ten are content, in the last ten days of one region four of ten. */
function answersOf(day: number) {
  return Array.from({ length: 40 }, (_, index) => {
    const region = index % 2 === 0 ? 'North' : 'South';
    const isSlump = day >= days - 10 && region === 'North';
    const isContent = (7 * index + 3 * day) % 10 < (isSlump ? 4 : 9);
    return emptyRow(surveyResponses, {
      id: `${day}-${index}`,
      survey: 'pulse',
      kind: 'csat',
      score: isContent ? 5 : 2,
      scale_min: 1,
      scale_max: 5,
      scale_step: 1,
      direction: 'up',
      region,
      comment: isContent ? '' : 'nobody answered',
      answered_at: new Date(first + day * dayMs + index * 900_000).toISOString(),
    });
  });
}

beforeAll(async () => {
  workspace = await openWorkspace(readConfiguration({ EARSHOT_DATA: directory }).configuration);
  const rows = Array.from({ length: days }, (_, day) => answersOf(day)).flat();
  await workspace.store.insert(workspace.database, surveyResponses, rows);
  keeper = homeKeeper(workspace);
}, 120_000);

afterAll(async () => {
  await keeper.close();
  await workspace.close();
  rmSync(directory, { recursive: true, force: true });
});

test('where only surveys are known, the morning tells their figures, what changed in them and what was written', async () => {
  const home = await keeper.home({ wait: 'yes' });
  expect(home.figures.map(({ metric }) => metric)).toEqual(['csat', 'nps', 'ces', 'response_rate']);
  expect(home.figures[0]?.estimate).toMatchObject({ n: 40, value: 70 });
  const [finding, ...more] = home.findings;
  expect(finding).toMatchObject({ metric: 'csat', since: expect.stringMatching(/^2026-10-(1[789]|2[012])$/) });
  const named = [...(finding?.segment ?? []), ...(finding?.drivers ?? []).map(({ segment }) => segment)].flatMap(({ values }) => values);
  expect(named).toContain('North');
  expect(more).toEqual([]);
  expect(home.comments.length).toBeGreaterThan(0);
});
