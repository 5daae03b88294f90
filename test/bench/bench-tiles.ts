import { querySchema } from '../../src/core/model/query.ts';
import { askStore } from '../../src/engine/query/ask.ts';
import { runQuery } from '../../src/engine/query/run-query.ts';
import type { Workspace } from '../../src/engine/store/workspace.ts';
import { span } from './make-tickets.ts';
import { inTurn, type Measurement, percentile } from './measure.ts';
import { type TileBench, tileBenches } from './tiles.ts';

const goalMs = { tile: 200, span: 900, sequence: 900 } as const;
const rounds = 20;

/** Times every tile against the statements written by hand, on the same engine in the same run. */
export async function benchTiles(workspace: Workspace, count: number): Promise<readonly Measurement[]> {
  const measurements: Measurement[] = [];
  for (const bench of tileBenches) measurements.push(await benchTile(workspace, bench, count));
  return measurements;
}

async function benchTile({ store, database }: Workspace, bench: TileBench, count: number): Promise<Measurement> {
  const ask = askStore(store);
  const query = querySchema.parse(bench.query);
  const calendar = { zone: 'UTC', weekStart: 1, nowMs: span.untilMs, dataFromMs: span.fromMs, dataUntilMs: span.untilMs } as const;
  const ours = () => runQuery(ask, database, query, calendar);
  const byHand = () => Promise.all(bench.byHand(database).map(ask));
  const times = await inTurn(bench.kind === 'sequence' ? 5 : rounds, ours, byHand);
  const [p95, handP95] = [percentile(times.left, 0.95), percentile(times.right, 0.95)];
  const ratio = percentile(times.left, 0.5) / percentile(times.right, 0.5);
  const goal = count >= 10_000_000 ? `≤ ${goalMs[bench.kind]} ms, ≤ 1.2 ×` : '≤ 1.2 ×';
  const met = ratio <= 1.2 && (count < 10_000_000 || p95 <= goalMs[bench.kind]);
  return {
    what: bench.name,
    figure: `p95 ${p95.toFixed(0)} ms, ${ratio.toFixed(2)} × by hand`,
    goal,
    met,
    note: `by hand p95 ${handP95.toFixed(0)} ms`,
  };
}
