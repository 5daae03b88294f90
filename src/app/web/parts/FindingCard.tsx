import { findingSentence } from '../../../catalog/analyses/finding-sentence.ts';
import { formatDay, formatInstant } from '../../../catalog/charts/format-time.ts';
import type { Finding } from '../../../core/model/finding.ts';
import { FindingActions } from './FindingActions.tsx';
import { FindingCourse } from './FindingCourse.tsx';
import { FindingReasons } from './FindingReasons.tsx';
import { useReader } from './language.ts';
import { useNames } from './use-names.ts';
import { useWorkspace } from './use-workspace.ts';

export interface FindingCardProps {
  readonly finding: Finding;
  /** The local day that the page tells of. */
  readonly day: string;
  /** Names of the agents and teams in it by id, until those of the workspace are known. */
  readonly names: Readonly<Record<string, string>>;
}

/** One finding: what, since when, how much, because of what, and what to do. */
export function FindingCard({ finding, day, names }: FindingCardProps) {
  return (
    <article className="panel finding" data-finding={finding.id} data-good={finding.good}>
      <Headline finding={finding} names={names} />
      <FindingReasons finding={finding} />
      <State state={finding.state} />
      <FindingActions finding={finding} day={day} />
    </article>
  );
}

/** A finding in one line that opens. */
export function FindingLine({ finding, day, names }: FindingCardProps) {
  return (
    <details className="panel finding" data-finding={finding.id} data-good={finding.good}>
      <summary>
        <Headline finding={finding} names={names} />
      </summary>
      <FindingReasons finding={finding} />
      <State state={finding.state} />
      <FindingActions finding={finding} day={day} />
    </details>
  );
}

function Headline({ finding, names }: Omit<FindingCardProps, 'day'>) {
  const reader = useReader();
  const ids = { ...names, ...useNames() };
  const now = useWorkspace()?.now;
  return (
    <div className="headline">
      <h3>{findingSentence(finding, reader, ids, now)}</h3>
      <FindingCourse finding={finding} />
    </div>
  );
}

function State({ state }: { readonly state: Finding['state'] }) {
  const { say, locale } = useReader();
  const zone = useWorkspace()?.zone ?? 'UTC';
  const parts = [
    ...(state.kind === 'acknowledged' ? [say('finding.seen')] : []),
    ...(state.kind === 'snoozed' && state.until !== null ? [say('finding.snoozed', { day: formatDay(state.until, locale) })] : []),
    ...(state.to === null ? [] : [say('finding.assigned', { name: state.to })]),
  ];
  if (parts.length === 0 && state.comments.length === 0) return null;
  return (
    <div className="quiet">
      {parts.length > 0 && <div>{parts.join(' · ')}</div>}
      {state.comments.map(({ at, text }) => (
        <div key={at}>
          {formatInstant(at, locale, zone)}: {text}
        </div>
      ))}
    </div>
  );
}
