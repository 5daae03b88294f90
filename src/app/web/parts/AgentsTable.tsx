import { formatCount } from '../../../catalog/charts/format-number.ts';
import { estimateWriter, formatInterval, type ValueWriter } from '../../../catalog/charts/format-value.ts';
import { sparkline } from '../../../catalog/charts/sparkline.ts';
import type { Output } from '../../../core/model/endpoints/index.ts';
import type { Estimate } from '../../../core/model/estimate.ts';
import type { Unit } from '../../../core/model/metric.ts';
import type { Result } from '../../../core/model/result.ts';
import { useReader } from './language.ts';
import { parseMetricName } from './parse-metric-name.ts';
import { useNames } from './use-names.ts';
import { useResult } from './use-result.ts';

type Comparison = Output<'agentsComparison'>;
type Agent = Comparison['agents'][number];

export interface AgentsTableProps {
  readonly comparison: Comparison;
  readonly figure: string;
}

/** Results that a person needs before a figure is shown, and before it is shown like any other. */
const leastShown = 5;
const leastNormal = 30;

const course = { widthPx: 120, heightPx: 28 };

/** Every agent by name. */
export function AgentsTable({ comparison, figure }: AgentsTableProps) {
  const { say, locale } = useReader();
  const courses = useCourses(figure);
  const agents = [...comparison.agents].sort((a, b) => a.name.localeCompare(b.name, locale));
  const unit = comparison.unit as Unit;
  const shown = agents.filter(({ n }) => n >= leastShown).flatMap(({ raw, likeForLike }) => [raw, likeForLike]);
  const write = estimateWriter(shown, unit, locale);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard
    <div className="scroll panel" tabIndex={0}>
      <table className="grid-table pinned">
        <thead>
          <tr>
            <th scope="col">{say('agents.agent')}</th>
            <th scope="col" data-numeric>
              n
            </th>
            <th scope="col" data-numeric>
              {say('agents.raw')}
            </th>
            <th scope="col" data-numeric>
              {say('agents.alike')}
            </th>
            <th scope="col">{say('agents.course')}</th>
          </tr>
        </thead>
        <tbody>
          {agents.map((agent) => (
            <AgentRow key={agent.agent} agent={agent} unit={unit} write={write} values={courses.get(agent.agent) ?? []} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface AgentRowProps {
  readonly agent: Agent;
  readonly unit: Unit;
  readonly write: ValueWriter;
  readonly values: readonly (number | null)[];
}

function AgentRow({ agent, unit, write, values }: AgentRowProps) {
  const { say, locale } = useReader();
  const teams = useNames();
  const { name, team, n, raw, likeForLike, isNew, flag } = agent;
  return (
    <tr data-agent={agent.agent}>
      <td>
        {name} <span className="quiet">{teams[team] ?? team}</span>
        {isNew && <span className="badge">{say('agents.new')}</span>}
      </td>
      <td data-numeric>{formatCount(n, locale)}</td>
      {n < leastShown ? (
        <td colSpan={2} className="quiet" data-numeric>
          {say('agents.few')}
        </td>
      ) : (
        <>
          <EstimateCell estimate={raw} unit={unit} write={write} few={n < leastNormal} />
          <EstimateCell estimate={likeForLike} unit={unit} write={write} few={n < leastNormal} flag={flag} />
        </>
      )}
      <td>{n >= leastShown && <Course values={values} />}</td>
    </tr>
  );
}

interface EstimateCellProps {
  readonly estimate: Estimate;
  readonly unit: Unit;
  readonly write: ValueWriter;
  readonly few: boolean;
  readonly flag?: Agent['flag'];
}

function EstimateCell({ estimate, unit, write, few, flag = null }: EstimateCellProps) {
  const { say, locale } = useReader();
  if (saysNothing(estimate, unit))
    return (
      <td className="quiet" data-numeric>
        {say('agents.few')}
      </td>
    );
  return (
    <td data-numeric>
      <div data-few={few}>{write(estimate.value)}</div>
      <div className="quiet">{formatInterval(estimate, unit, locale, write)}</div>
      {flag !== null && (
        <div className="change-cell" data-verdict={flag}>
          {say(`agents.${flag}`)}
        </div>
      )}
    </td>
  );
}

/** A share that may be anything. */
function saysNothing({ low, high }: Estimate, unit: Unit): boolean {
  return unit === 'percent' && low !== null && high !== null && low <= 0 && high >= 100;
}

function Course({ values }: { readonly values: readonly (number | null)[] }) {
  const drawn = sparkline({ values, from: values.length, expected: null, ...course });
  return (
    <svg width={course.widthPx} height={course.heightPx} viewBox={`0 0 ${course.widthPx} ${course.heightPx}`} aria-hidden>
      <path className="course-line" d={drawn.line} />
      {drawn.last !== null && <circle className="course-last" cx={drawn.last.x} cy={drawn.last.y} r={2.5} />}
    </svg>
  );
}

/** The figure of each agent over twelve weeks, by agent. */
function useCourses(figure: string): ReadonlyMap<string, readonly (number | null)[]> {
  const { names } = useReader();
  const datasets = names.metrics[parseMetricName(figure, names)]?.datasets ?? [];
  const carriers = names.dimensions.handler?.datasets ?? [];
  const person = datasets.every((dataset) => carriers.includes(dataset)) ? 'handler' : 'agent';
  const { data } = useResult({ metrics: [figure], by: [person], grain: 'week', period: 'last 12 weeks' });
  return data === undefined ? new Map() : coursesOf(data);
}

function coursesOf(result: Result): ReadonlyMap<string, readonly (number | null)[]> {
  const key = result.metrics[0]?.key ?? '';
  const agents = [...new Set(result.rows.map((row) => row.group[0] ?? ''))];
  return new Map(
    agents.map((agent) => {
      const rows = result.rows.filter((row) => row.group[0] === agent);
      return [agent, result.buckets.map((bucket) => rows.find((row) => row.bucket === bucket.key)?.values[key]?.value ?? null)] as const;
    }),
  );
}
