import type { z } from 'zod';
import type { Output, ParsedInput } from '../../core/model/endpoints/index.ts';
import { findingSchema } from '../../core/model/finding.ts';
import { UserError } from '../../core/model/user-error.ts';
import type { Meta } from '../meta/open-meta.ts';

type FindingState = Output<'changeFinding'>;

const stateSchema: z.ZodType<FindingState> = findingSchema.shape.state;
const mostComments = 200;

/** What people made of a finding so far. */
export const freshState: FindingState = { kind: 'fresh', until: null, to: null, comments: [] };

/** The states of some findings, by id; one that nobody touched is fresh. */
export async function readStates({ settings }: Meta, ids: readonly string[]): Promise<ReadonlyMap<string, FindingState>> {
  const documents = await Promise.all(ids.map((id) => settings.get(documentName(id))));
  return new Map(
    documents.flatMap((document, index) => {
      const parsed = stateSchema.safeParse(document?.value);
      const id = ids[index];
      return parsed.success && id !== undefined ? [[id, parsed.data] as const] : [];
    }),
  );
}

/**
 * Acknowledges, snoozes, assigns or comments. Durable when it resolves.
 * @throws UserError for a snooze without a day, an assignment without a name, and an empty change
 */
export async function changeState({ settings }: Meta, input: ParsedInput<'changeFinding'>, nowMs: number): Promise<FindingState> {
  const stored = stateSchema.safeParse((await settings.get(documentName(input.id)))?.value);
  const current = stored.success ? stored.data : freshState;
  checkChange(input);
  const changed = input.kind === undefined ? current : { ...current, kind: input.kind, until: input.until, to: input.to };
  const text = input.comment?.trim() ?? '';
  const comments = text === '' ? current.comments : [...current.comments, { at: new Date(nowMs).toISOString(), text }];
  const next = { ...changed, comments: comments.slice(-mostComments) };
  await settings.set(documentName(input.id), next);
  return next;
}

function checkChange({ kind, until, to, comment }: ParsedInput<'changeFinding'>): void {
  if (kind === 'snoozed' && until === null)
    throw new UserError('bad_input', 'A snooze needs "until", the first day on which the finding is shown again.');
  if (kind === 'assigned' && (to ?? '').trim() === '')
    throw new UserError('bad_input', 'An assignment needs "to", the name of who looks after the finding.');
  if (kind === undefined && (comment ?? '').trim() === '')
    throw new UserError('bad_input', 'Nothing is changed: give "kind" or a "comment".');
}

function documentName(id: string): string {
  return `finding:${id}`;
}
