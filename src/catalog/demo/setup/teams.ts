import type { teams } from '../../../core/entities/people.ts';
import type { Row } from '../../../core/model/entity.ts';
import { asiaDesk, londonDesk, russianDesk, type TeamId } from '../desk.ts';
import { setupColumns } from './source-columns.ts';

type Team = Row<typeof teams>;

const names: readonly (readonly [TeamId, string, string])[] = [
  ['demo:orders', 'Orders & delivery', londonDesk.scheduleId],
  ['demo:technical', 'Technical', londonDesk.scheduleId],
  ['demo:phone', 'Phone', londonDesk.scheduleId],
  ['demo:asia', 'Asia desk', asiaDesk.scheduleId],
  ['demo:russian', 'Russian desk', russianDesk.scheduleId],
];

/** The five teams and the schedules they work by. */
export function demoTeams(importId = ''): Team[] {
  return names.map(([id, name, scheduleId]) => ({
    ...setupColumns(id.replace('demo:', ''), importId),
    name,
    schedule_id: scheduleId,
    tier: id === 'demo:technical' ? 2 : 1,
  }));
}
