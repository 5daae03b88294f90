import { noEstimate } from '../../../core/model/no-estimate.ts';
import { querySchema } from '../../../core/model/query.ts';
import type { SettingName } from '../../../core/model/settings/index.ts';
import { answerQuery } from '../../query/answer-query.ts';
import { resolveMetric } from '../../query/metric-call.ts';
import type { House } from '../../query/resolve-query.ts';
import type { OpenWorkspace } from '../open-workspace.ts';
import { compareComplaints } from './compare-complaints.ts';
import { compareFolds } from './compare-folds.ts';
import type { Figures } from './setting-figures.ts';
import type { SettingChange } from './setting-kind.ts';

type Figure = Figures['metrics'][number];
type Preview<N extends SettingName> = (workspace: OpenWorkspace, change: SettingChange<N>) => Promise<Figures>;

const nothing: Figures = { metrics: [], notes: [] };

const previews: { readonly [N in SettingName]: Preview<N> } = {
  calendar: async () => nothing,
  goals: async () => nothing,
  'ticket-links': async () => nothing,
  'house-definitions': async (workspace, { before, after }) => {
    const names = [...new Set([...Object.keys(before.definitions), ...Object.keys(after.definitions)])];
    const changed = names.filter((name) => before.definitions[name] !== after.definitions[name]);
    const house = (await workspace.calendar()).house ?? { definitions: {}, merges: [] };
    const metrics = await Promise.all(
      changed.map((name) =>
        compareHouses(workspace, name, { ...house, definitions: before.definitions }, { ...house, definitions: after.definitions }),
      ),
    );
    return { metrics, notes: [] };
  },
  'category-merge': async (workspace, { after }) => {
    const counts = await countByCategory(workspace);
    const notes = after.merges.map(({ into, from }) => ({
      key: 'settings.note.merged',
      values: { into, count: from.length, tickets: [into, ...from].reduce((sum, category) => sum + (counts.get(category) ?? 0), 0) },
    }));
    return { metrics: [], notes };
  },
  'complaint-rule': compareComplaints,
  'automatic-senders': compareFolds,
  courtesy: compareFolds,
  schedules: compareFolds,
  'sla-policies': compareFolds,
};

/** Figures of the last 28 days that a change would move, where they can be told beforehand. */
export function previewFigures<N extends SettingName>(workspace: OpenWorkspace, name: N, change: SettingChange<N>): Promise<Figures> {
  return previews[name](workspace, change);
}

/** The same bare name under two houses; of a distribution its median. */
async function compareHouses(workspace: OpenWorkspace, name: string, before: House, after: House): Promise<Figure> {
  const calendar = await workspace.calendar();
  const [call] = resolveMetric(name);
  const asked = call?.resolved.statistic ? `${name}_${call.resolved.statistic}` : name;
  const figureOf = async (house: House) => {
    const query = querySchema.parse({ metrics: [asked] });
    const { totals, metrics } = await answerQuery(workspace.ask, workspace.database, query, { ...calendar, house });
    return { ...(Object.values(totals.values)[0] ?? noEstimate), unit: metrics[0]?.unit ?? 'ratio' };
  };
  const [was, is] = await Promise.all([figureOf(before), figureOf(after)]);
  return { metric: asked, before: was.value, after: is.value, n: is.n, units: { before: was.unit, after: is.unit } };
}

async function countByCategory(workspace: OpenWorkspace): Promise<ReadonlyMap<string, number>> {
  const { house: _, ...calendar } = await workspace.calendar();
  const query = querySchema.parse({ metrics: ['created'], by: ['category'] });
  const { rows } = await answerQuery(workspace.ask, workspace.database, query, calendar);
  return new Map(rows.map(({ group, values }) => [group[0] ?? '', values.created?.value ?? 0]));
}
