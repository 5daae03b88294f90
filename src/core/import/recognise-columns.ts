import { isClock, isNumber, mostly } from './cell-forms.ts';
import { indexNames, type NameIndex } from './column-names.ts';
import { isSpelledDuration } from './duration-units.ts';
import { columnWord, type FieldWord, fieldWords } from './field-words.ts';
import type { TargetName } from './mapping.ts';
import { recogniseInstants } from './recognise-instants.ts';
import { isAnsweredBy } from './recognise-questions.ts';
import { kindInName } from './recognise-scale.ts';
import { areSurveyKinds } from './recognise-scales.ts';
import { areScores } from './recognise-score.ts';
import type { SampleColumn } from './sample-column.ts';
import type { Field } from './target.ts';
import { knownWord } from './value-words.ts';

/** Which field a word stands for in each shape, the surest first. A field that has its column is not given a second one. */
const fieldsByTarget: Readonly<Record<TargetName, readonly (readonly [word: FieldWord, field: string])[]>> = {
  tickets: ticketWords([]),
  ticket_snapshots: ticketWords([
    ['sequence', 'sequence'],
    ['actor', 'actor_id'],
  ]),
  ticket_events: [
    ['ticket_key', 'ticket_id'],
    ['row_key', 'source_id'],
    ['created', 'at'],
    ['updated', 'at'],
    ['event_kind', 'kind'],
    ['sequence', 'sequence'],
    ['actor', 'actor_id'],
    ['actor_kind', 'actor_kind'],
    ['assignee', 'assignee_id'],
    ['team', 'team_id'],
    ...same('status', 'priority', 'channel', 'category', 'subject', 'language', 'region', 'country', 'product', 'carrier', 'public'),
  ],
  messages: [
    ['reply_to', 'reply_to_id'],
    ['ticket_key', 'ticket_id'],
    ['row_key', 'source_id'],
    ['created', 'at'],
    ['text', 'text'],
    ['actor_kind', 'actor_kind'],
    ['actor', 'actor_id'],
    ['email', 'requester_email'],
    ['requester', 'requester_external_id'],
    ...same('channel', 'language', 'public', 'sequence'),
  ],
  survey_responses: [
    ['ticket_key', 'ticket_id'],
    ['row_key', 'source_id'],
    ['created', 'answered_at'],
    ['csat', 'score'],
    ['score', 'score'],
    ['comment', 'comment'],
    ['text', 'comment'],
    ['survey_kind', 'kind'],
    ['assignee', 'agent_id'],
    ['team', 'team_id'],
    ['email', 'requester_email'],
    ['requester', 'requester_external_id'],
    ...same('survey', 'question', 'channel', 'language', 'region', 'country', 'product', 'category', 'priority'),
  ],
  customers: [
    ['requester', 'source_id'],
    ['row_key', 'source_id'],
    ['created', 'created_at'],
    ['updated', 'updated_at'],
    ...same('name', 'email', 'phone', 'language', 'region', 'country'),
  ],
  agents: [
    ['assignee', 'source_id'],
    ['row_key', 'source_id'],
    ['created', 'joined_at'],
    ['left', 'left_at'],
    ['updated', 'updated_at'],
    ['team', 'team_id'],
    ['agent_kind', 'kind'],
    ...same('name', 'email', 'role', 'active'),
  ],
};

function same<N extends FieldWord>(...names: N[]): [N, N][] {
  return names.map((name) => [name, name]);
}

function ticketWords(more: [FieldWord, string][]): [FieldWord, string][] {
  return [
    ...more,
    ['ticket_key', 'source_id'],
    ['row_key', 'source_id'],
    ['created', 'created_at'],
    ['updated', 'updated_at'],
    ['solved', 'solved_at'],
    ['closed', 'closed_at'],
    ['first_response_at', 'first_response_at'],
    ['first_response', 'first_response_at'],
    ['resolution', 'solved_at'],
    ['first_response', 'first_response_ms'],
    ['resolution', 'resolution_ms'],
    ['answer', 'answer'],
    ['assignee', 'assignee_id'],
    ['team', 'team_id'],
    ['email', 'requester_email'],
    ['phone', 'requester_phone'],
    ['requester', 'requester_external_id'],
    ['requester_name', 'requester_external_id'],
    ['csat', 'csat_score'],
    ['comment', 'csat_comment'],
    ...same('status', 'priority', 'channel', 'category', 'subject', 'body', 'language', 'region', 'country', 'product', 'carrier', 'tags'),
    ...same('reopens', 'replies', 'handoffs', 'first_response_sla', 'resolution_sla', 'is_spam', 'is_test', 'is_deleted', 'merged_into'),
  ];
}

const tests: Partial<Record<Field['kind'], (values: readonly string[]) => boolean>> = {
  instant: (values) => recogniseInstants(values, true) !== null,
  duration: (values) => mostly(values, (value) => isNumber(value) || isClock(value) || isSpelledDuration(value)),
  number: (values) => mostly(values, isNumber),
  integer: (values) => mostly(values, isNumber),
  email: (values) => mostly(values, (value) => value.includes('@')),
};

/** The column of each field so far, and those that have one. */
interface Found {
  readonly matched: Map<string, SampleColumn>;
  readonly taken: Set<SampleColumn>;
}

/** Finds a column for each field of the target by name, and sees that the values are of its kind. */
export function matchColumns(target: TargetName, fields: readonly Field[], columns: readonly SampleColumn[]): Map<string, SampleColumn> {
  const found: Found = { matched: new Map(), taken: new Set() };
  const { matched, taken } = found;
  const index = indexNames(columns);
  for (const [word, fieldName] of fieldsByTarget[target]) {
    const field = fields.find((candidate) => candidate.name === fieldName);
    if (!field || matched.has(fieldName)) continue;
    const column = columnNamed(word, field, index, taken);
    if (!column) continue;
    matched.set(fieldName, column);
    taken.add(column);
  }
  matchCreation(target, columns, found);
  matchScore(target, fields, columns, found);
  matchSurveyKind(target, columns, found);
  return matched;
}

/** A column of numbers whose name holds the name of a survey, such as Q1_NPS, where none is called a score. */
function matchScore(target: TargetName, fields: readonly Field[], columns: readonly SampleColumn[], { matched, taken }: Found): void {
  const name = target === 'survey_responses' ? 'score' : 'csat_score';
  if (matched.has(name) || !fields.some((field) => field.name === name)) return;
  const found = columns.find((column) => {
    const kind = kindInName(column.name);
    return !taken.has(column) && kind !== null && (name === 'score' || kind === 'csat') && isAnsweredBy(kind, column);
  });
  if (found) matched.set(name, found);
}

/** A column that holds nothing but names of surveys, by whatever name, tells the kind. */
function matchSurveyKind(target: TargetName, columns: readonly SampleColumn[], { matched, taken }: Found): void {
  if (target !== 'survey_responses' || matched.has('kind')) return;
  const isFree = (column: SampleColumn) => !taken.has(column) || column === matched.get('survey') || column === matched.get('question');
  const found = columns.find((column) => isFree(column) && areSurveyKinds(column.values));
  if (!found) return;
  for (const name of ['survey', 'question']) if (matched.get(name) === found) matched.delete(name);
  matched.set('kind', found);
}

/** The first of the columns of dates that have most values, where no column is called the time of creation. */
function matchCreation(target: TargetName, columns: readonly SampleColumn[], { matched, taken }: Found): void {
  if (target !== 'tickets' || matched.has('created_at')) return;
  const dates = columns.filter((column) => !taken.has(column) && recogniseInstants(column.values, false) !== null);
  const most = Math.max(...dates.map(({ values }) => values.length));
  const first = dates.find(({ values }) => values.length === most);
  if (!first) return;
  matched.set('created_at', first);
  taken.add(first);
}

function columnNamed(
  word: FieldWord,
  field: Field,
  index: NameIndex<SampleColumn>,
  taken: ReadonlySet<SampleColumn>,
): SampleColumn | undefined {
  const test = testOf(field);
  const maps = [index.whole, index.bare, ...(field.kind === 'duration' ? [index.withoutUnit] : [])];
  for (const name of fieldWords(word)) {
    const named = maps.flatMap((map) => map.get(name) ?? []);
    const fitting = named.find((column) => !taken.has(column) && (!test || test(column.values)));
    if (fitting) return fitting;
  }
  return undefined;
}

/** What the values of a field must be like; undefined where any may be. */
function testOf(field: Field): ((values: readonly string[]) => boolean) | undefined {
  if (field.name === 'score' || field.name === 'csat_score') return areScores;
  if (field.closedSet === 'sla_outcome') return (values) => mostly(values, (value) => knownWord('sla_outcome', value) !== undefined);
  return tests[field.kind];
}

/** Columns `tag_1`, `tag_2` …, which hold one label each. */
export function numberedTags(columns: readonly SampleColumn[]): SampleColumn[] {
  return columns.filter((column) => /^(tags?|labels?)_?\d+$/.test(columnWord(column.name)));
}
