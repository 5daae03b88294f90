import { Fragment, useState } from 'react';
import { formatDuration } from '../../../catalog/charts/format-duration.ts';
import { formatCount, formatNumber, formatPercent } from '../../../catalog/charts/format-number.ts';
import { formatInstant } from '../../../catalog/charts/format-time.ts';
import type { Output } from '../../../core/model/endpoints/index.ts';
import { formatBytes } from './format-bytes.ts';
import { useReader } from './language.ts';
import { SourceQuality } from './SourceQuality.tsx';
import { useWorkspace } from './use-workspace.ts';

type Source = Output<'sources'>[number];

const columns = ['source', 'tickets', 'answers', 'bytes', 'span', 'freshness', 'score'] as const;
const numeric: readonly string[] = ['tickets', 'answers', 'bytes', 'score'];

/** Sources, the largest first; the quality of one opens into its parts. */
export function SourceTable({ sources }: { readonly sources: readonly Source[] }) {
  const { say } = useReader();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <div className="scroll">
      <table className="grid-table stacking">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" data-numeric={numeric.includes(column)}>
                {say(`sources.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <Fragment key={source.source}>
              <SourceRow
                source={source}
                isOpen={open === source.source}
                onOpen={() => setOpen(open === source.source ? null : source.source)}
              />
              {open === source.source && (
                <tr>
                  <td colSpan={columns.length}>
                    <SourceQuality source={source} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface SourceRowProps {
  readonly source: Source;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function SourceRow({ source, isOpen, onOpen }: SourceRowProps) {
  const { say, locale } = useReader();
  const zone = useWorkspace()?.zone ?? 'UTC';
  const day = (instant: string | null) => (instant === null ? '–' : formatInstant(instant, locale, zone));
  return (
    <tr data-source={source.source}>
      <td>{source.source}</td>
      <td data-numeric="true" data-label={say('sources.tickets')}>
        {formatCount(source.tickets, locale)}
      </td>
      <td data-numeric="true" data-label={say('sources.answers')}>
        {formatCount(source.answers, locale)}
      </td>
      <td data-numeric="true" data-label={say('sources.bytes')}>
        {source.bytes === null ? '–' : formatBytes(source.bytes, locale)}
      </td>
      <td>{`${day(source.firstAt)} – ${day(source.lastAt)}`}</td>
      <td data-label={say('sources.freshness')}>
        <Freshness freshness={source.freshness} />
        {source.gaps.map(({ from, until, missingPercent }) => (
          <p key={from} className="quiet">
            {say('sources.gap', {
              period: `${formatInstant(from, locale, zone)} – ${formatInstant(until, locale, zone)}`,
              share: formatPercent(missingPercent, locale),
            })}
          </p>
        ))}
      </td>
      <td data-numeric="true" data-label={say('sources.score')}>
        {source.score === null ? (
          '–'
        ) : (
          <button type="button" className="link" aria-expanded={isOpen} onClick={onOpen}>
            {say('sources.ofHundred', { score: formatNumber(source.score, locale) })}
          </button>
        )}
      </td>
    </tr>
  );
}

function Freshness({ freshness }: { readonly freshness: Source['freshness'] }) {
  const { say, locale } = useReader();
  const { state, ageMs, longestGapMs } = freshness;
  const detail =
    ageMs === null || longestGapMs === null
      ? undefined
      : say('freshness.age', { age: formatDuration(ageMs, locale), gap: formatDuration(longestGapMs, locale) });
  return (
    <span className="change" data-verdict={state === 'silent' || state === 'late' ? 'worse' : undefined} title={detail}>
      {say(`freshness.${state}`)}
    </span>
  );
}
