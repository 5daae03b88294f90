import { Select, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { listNames } from '../../../catalog/locales/list-names.ts';
import { nameDimension } from '../../../catalog/locales/names.ts';
import { AgentsTable } from '../parts/AgentsTable.tsx';
import { call } from '../parts/call.ts';
import { localDays } from '../parts/explain-question.ts';
import { Frame } from '../parts/Frame.tsx';
import { ImportOffer } from '../parts/ImportOffer.tsx';
import { useReader } from '../parts/language.ts';
import { MyTeam } from '../parts/MyTeam.tsx';
import { PeriodPicker } from '../parts/PeriodPicker.tsx';
import { periodOf } from '../parts/page-search.ts';
import { parseMetricName } from '../parts/parse-metric-name.ts';
import { sayFault } from '../parts/say-fault.ts';
import { useBoardSearch } from '../parts/use-board-search.ts';
import { useResult } from '../parts/use-result.ts';
import { useWorkspace } from '../parts/use-workspace.ts';

const figures = ['csat', 'first_response_median', 'full_resolution_median', 'reopen_rate', 'one_touch_rate', 'solved'] as const;

/** Agents side by side: each figure as it is and like for like, with interval and own course; no rank. */
function AgentsPage() {
  const { say, names } = useReader();
  const [search, change] = useBoardSearch();
  const figure = figures.find((known) => known === search.figure) ?? figures[0];
  const controls = (
    <>
      <PeriodPicker />
      <MyTeam />
      <Select
        aria-label={say('agents.metric')}
        data={figures.map((value) => ({ value, label: names.metrics[parseMetricName(value, names)]?.label ?? value }))}
        value={figure}
        allowDeselect={false}
        w={280}
        className="bar-select"
        onChange={(chosen) => change({ figure: chosen === null || chosen === figures[0] ? undefined : chosen })}
      />
    </>
  );
  return (
    <Frame title={say('agents.title')} controls={controls}>
      <Comparison figure={figure} />
    </Frame>
  );
}

function Comparison({ figure }: { readonly figure: string }) {
  const reader = useReader();
  const { say } = reader;
  const [search] = useBoardSearch();
  const workspace = useWorkspace();
  const team = search.filters?.find(({ dimension, operator }) => dimension === 'team' && operator === 'any of')?.values[0];
  const whole = useResult({ metrics: [figure], period: periodOf(search) }).data;
  const { data, error } = useQuery({
    queryKey: ['agentsComparison', figure, whole?.period, team ?? null],
    queryFn: ({ signal }) =>
      call(
        'agentsComparison',
        {
          metric: figure,
          period: whole === undefined ? { from: '', until: '' } : localDays(whole.period, whole.zone),
          ...(team === undefined ? {} : { team }),
        },
        signal,
      ),
    enabled: whole !== undefined,
  });
  if (error !== null) return <p role="alert">{sayFault(error, say)}</p>;
  if (data === undefined) return <Skeleton height={400} />;
  const kinds = listNames(
    data.kinds.map((kind) => nameDimension(kind, reader)),
    reader.locale,
  );
  return (
    <div className="stack">
      <p className="quiet note">{say('agents.intro', { kinds })}</p>
      {data.agents.length > 0 ? (
        <AgentsTable comparison={data} figure={figure} />
      ) : (
        <div className="hint panel">
          {say(workspace?.tickets === 0 ? 'agents.empty' : 'agents.none')}
          {workspace?.tickets === 0 && <ImportOffer />}
        </div>
      )}
    </div>
  );
}

export const agentsPage = createLazyRoute('/agents')({ component: AgentsPage });
