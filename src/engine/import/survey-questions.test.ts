import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ImportWorkspace, openImportWorkspace } from '../../../test/import/open-import-workspace.ts';
import { mappingSchema } from '../../core/import/mapping.ts';
import { sql } from '../../core/sql/sql.ts';

let space: ImportWorkspace;

beforeAll(async () => {
  space = await openImportWorkspace();
});
afterAll(() => space.close());
beforeEach(() => space.begin());
afterEach(() => space.end());

const header = 'Response ID,Submitted at,How likely are you to recommend us?,Why?,How satisfied were you?,Was your issue resolved?';
const first = `${header}
1,2026-09-01 08:00,9,quick and kind,4,Yes
2,2026-09-02 08:00,3,slow,,No
3,2026-09-03 08:00,,,,
4,,10,no date,5,Yes
5,2026-09-05 08:00,11,,2,Partly
6,2026-09-06 08:00,,only words,,
`;

const readAnswers = () =>
  space.rows(
    sql`SELECT id, question, kind, score, scale_min, scale_max, comment FROM ${space.table('survey_responses')} FINAL ORDER BY id`,
  );

const recommend = 'How likely are you to recommend us?';
const satisfied = 'How satisfied were you?';
const resolved = 'Was your issue resolved?';

test('a row of several questions becomes an answer each, on the scale of its question, and nothing is lost', async () => {
  const path = space.file('survey.csv', first);
  const summary = await space.run(path);
  const answer = (id: string, question: string, score: number | null, comment = '') => ({
    id: `survey:${id}/${question}`,
    question,
    kind: { [recommend]: 'nps', [satisfied]: 'csat', [resolved]: 'fcr' }[question],
    score,
    scale_min: question === satisfied ? 1 : 0,
    scale_max: { [recommend]: 10, [satisfied]: 5, [resolved]: 1 }[question],
    comment,
  });
  expect(await readAnswers()).toEqual([
    answer('1', recommend, 9, 'quick and kind'),
    answer('1', satisfied, 4),
    answer('1', resolved, 1),
    answer('2', recommend, 3, 'slow'),
    answer('2', resolved, 0),
    answer('3', recommend, null),
    answer('5', recommend, null),
    answer('5', satisfied, 2),
    answer('5', resolved, null),
    answer('6', recommend, null, 'only words'),
  ]);
  expect(summary).toMatchObject({ rowsRead: 6, rowsAccepted: 5, rowsRejected: 1, rejectedBy: { missing: 1 } });
  expect(summary.unmapped).toEqual([
    { field: 'score', column: recommend, value: '11', count: 1 },
    { field: 'score', column: resolved, value: 'Partly', count: 1 },
  ]);
});

test('the same survey brought again with one more answer changes that row alone', async () => {
  await space.run(space.file('survey.csv', first));
  const again = await space.run(space.file('survey_2.csv', first.replace('3,slow,,No', '3,slow,1,No')), {
    mapping: mappingSchema.parse({ ...(await space.preview(space.file('s.csv', first))).mapping, source: 'survey' }),
  });
  expect(again).toMatchObject({ rowsRead: 6, rowsAccepted: 1, rowsUnchanged: 4, rowsRejected: 1 });
  await space.undo(again.importId);
  expect((await readAnswers()).length).toBe(10);
});

test('the trial shows each answer of a row, and what was read of each question', async () => {
  const preview = await space.preview(space.file('survey.csv', first));
  expect(preview.trial.map(({ line, stored, reject }) => [line, stored?.question ?? reject?.reason])).toEqual([
    [2, recommend],
    [2, satisfied],
    [2, resolved],
    [3, recommend],
    [3, resolved],
    [4, recommend],
    [5, 'missing'],
    [6, recommend],
    [6, satisfied],
    [6, resolved],
    [7, recommend],
  ]);
  const understood = Object.fromEntries(preview.understood.map(({ column, filled, read }) => [column, [filled, read]]));
  expect(understood).toMatchObject({ [recommend]: [4, 3], [satisfied]: [3, 3], [resolved]: [4, 3] });
  expect(preview.understood.find(({ column }) => column === satisfied)?.example).toEqual({ text: '4', value: 4 });
});

test('what a given mapping leaves open of how columns are written is as the file shows it', async () => {
  const path = space.file('own.csv', 'when,marks,took\n46266.5,9,1 h 20 min\n46267.25,0,40 min\n');
  const columns = [
    { from: 'when', to: 'created_at' },
    { from: 'marks', to: 'csat_score' },
    { from: 'took', to: 'resolution_ms' },
  ];
  const { mapping } = await space.preview(path, { version: 1, target: 'tickets', source: 'own', columns });
  expect(mapping.columns).toMatchObject([{ format: 'excel' }, { scale: { min: 0, max: 10 } }, { unit: 'words' }]);
});

test('what is written stands with the question before it', async () => {
  const text = 'Response ID,Submitted at,NPS,Comment,CSAT,Comment\n1,2026-09-01 08:00,9,kind,4,quick\n2,2026-09-02 08:00,,,,too late\n';
  await space.run(space.file('pulse.csv', text));
  const answers = await space.rows(sql`SELECT kind, score, comment FROM ${space.table('survey_responses')} FINAL ORDER BY id`);
  expect(answers).toEqual([
    { kind: 'csat', score: 4, comment: 'quick' },
    { kind: 'nps', score: 9, comment: 'kind' },
    { kind: 'csat', score: null, comment: 'too late' },
  ]);
});
