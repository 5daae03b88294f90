import { Anchor, Button, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { formatInstant } from '../../../catalog/charts/format-time.ts';
import { nameColumn } from '../../../catalog/locales/columns.ts';
import { namePair } from '../../../catalog/locales/name-pair.ts';
import type { Output } from '../../../core/model/endpoints/index.ts';
import { call } from './call.ts';
import { useReader } from './language.ts';
import { type CellContext, nameCell } from './name-cell.ts';
import { OtherTickets } from './OtherTickets.tsx';
import { sayFault } from './say-fault.ts';
import { TicketAnswers } from './TicketAnswers.tsx';
import { useBoardSearch } from './use-board-search.ts';
import { useNames } from './use-names.ts';
import { useWorkspace } from './use-workspace.ts';

/** A ticket to read: what was said and what happened, and its facts. */
export function TicketPane({ id }: { readonly id: string }) {
  const reader = useReader();
  const { say } = reader;
  const [, change] = useBoardSearch();
  const context: CellContext = { reader, zone: useWorkspace()?.zone ?? 'UTC', names: useNames() };
  const { data, error } = useQuery({ queryKey: ['ticket', id], queryFn: ({ signal }) => call('ticket', { id }, signal) });
  return (
    <article aria-label={String(data?.facts.subject ?? id)}>
      <div className="row" style={{ marginBottom: 8 }}>
        <Button variant="subtle" leftSection={<IconArrowLeft size={16} />} onClick={() => change({ ticket: undefined })}>
          {say('drill.back')}
        </Button>
        <div className="spacer" />
        {data !== undefined && data.link !== null && (
          <Anchor href={data.link.url} target="_blank" rel="noreferrer" size="sm">
            {say('ticket.openIn', { source: data.link.name })} <IconExternalLink size={14} />
          </Anchor>
        )}
      </div>
      {error !== null && <p role="alert">{sayFault(error, say)}</p>}
      {data === undefined && error === null && <Skeleton height={320} />}
      {data !== undefined && (
        <>
          <h2 style={{ fontSize: 16, margin: '0 0 8px' }}>{String(data.facts.subject || id)}</h2>
          <Thread thread={data.thread} context={context} />
          <TicketAnswers answers={data.answers} context={context} />
          <Facts facts={data.facts} context={context} />
          <OtherTickets others={data.others} context={context} onOpen={(ticket) => change({ ticket })} />
        </>
      )}
    </article>
  );
}

const shownFacts = [
  'id',
  'status',
  'priority',
  'channel',
  'category',
  'product',
  'team_id',
  'assignee_id',
  'requester_email',
  'language',
  'country',
  'tags',
  'created_at',
  'first_response_at',
  'first_response_human_business_ms',
  'first_response_human_calendar_ms',
  'last_solved_at',
  'full_resolution_business_ms',
  'full_resolution_calendar_ms',
  'reopens',
  'handoffs',
] as const;

function Facts({ facts, context }: { readonly facts: Readonly<Record<string, unknown>>; readonly context: CellContext }) {
  const shown = shownFacts.map((name) => ({ name, text: nameCell(name, facts[name], context) })).filter(({ text }) => text !== '');
  return (
    <dl className="facts" aria-label={context.reader.say('ticket.facts')}>
      {shown.map(({ name, text }) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{nameColumn(name, context.reader.locale)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

type Entry = Output<'ticket'>['thread'][number];

function Thread({ thread, context }: { readonly thread: readonly Entry[]; readonly context: CellContext }) {
  const { say } = context.reader;
  if (thread.length === 0) return <p className="quiet">{say('ticket.noThread')}</p>;
  return (
    <section aria-label={say('ticket.thread')}>
      {thread.map((entry, index) =>
        entry.kind === 'message' || entry.text !== '' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a thread never changes its order
          <Message key={index} entry={entry} context={context} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a thread never changes its order
          <Happening key={index} entry={entry} context={context} />
        ),
      )}
    </section>
  );
}

const actorWords = { customer: 'actor.customer', human: 'actor.human', bot: 'actor.bot', system: 'actor.system' } as const;

function actorName(entry: Entry, { reader, names }: CellContext): string {
  const kind = Object.entries(actorWords).find(([name]) => name === entry.actorKind)?.[1];
  const name = names[entry.actor] ?? entry.actor;
  return [kind === undefined ? entry.actorKind : reader.say(kind), name].filter((part) => part !== '').join(' · ');
}

function Message({ entry, context }: { readonly entry: Entry; readonly context: CellContext }) {
  const { say, locale } = context.reader;
  return (
    <div className="message" data-actor={entry.actorKind} data-note={entry.public === false}>
      <div className="quiet">
        {actorName(entry, context)} · {formatInstant(entry.at, locale, context.zone)}
        {entry.public === false ? ` · ${say('ticket.note')}` : ''}
      </div>
      <p>{entry.text}</p>
    </div>
  );
}

const happenings = ['created', 'update', 'message', 'merge', 'delete', 'restore', 'spam', 'sla'] as const;

function sayHappening(kind: string, say: CellContext['reader']['say']): string {
  const known = happenings.find((each) => each === kind);
  return known === undefined ? kind : say(`happening.${known}`);
}

function Happening({ entry, context }: { readonly entry: Entry; readonly context: CellContext }) {
  const changes = Object.entries(entry.changes)
    .map(([column, value]) => ({ name: nameColumn(column, context.reader.locale), text: nameCell(column, value, context) }))
    .filter(({ text }) => text !== '')
    .map(({ name, text }) => namePair(name, text, context.reader.locale));
  return (
    <div className="quiet" style={{ margin: '0 0 8px 12px' }}>
      {formatInstant(entry.at, context.reader.locale, context.zone)} · {actorName(entry, context)} ·{' '}
      {changes.length > 0 ? changes.join(', ') : sayHappening(entry.kind, context.reader.say)}
    </div>
  );
}
