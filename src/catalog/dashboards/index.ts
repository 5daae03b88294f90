import type { Dashboard } from '../../core/model/dashboard.ts';
import { backlog } from './backlog.ts';
import { bots } from './bots.ts';
import { channels } from './channels.ts';
import { efficiency } from './efficiency.ts';
import { scorecards } from './scorecards.ts';
import { sla } from './sla.ts';
import { supportOverview } from './support-overview.ts';
import { tickets } from './tickets.ts';
import { voices } from './voice.ts';
import { whyTheyWrite } from './why-they-write.ts';
import { workload } from './workload.ts';

/** Every prebuilt board, in the order of the menu. */
export const dashboards: readonly Dashboard[] = [
  supportOverview,
  tickets,
  efficiency,
  whyTheyWrite,
  backlog,
  sla,
  channels,
  bots,
  workload,
  ...voices,
  ...scorecards,
];
