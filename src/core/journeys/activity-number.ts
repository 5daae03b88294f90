import { cannotAnswer } from '../stats/column.ts';
import type { EventLog } from './event-log.ts';

/** The position of an activity in the log's list. @throws UserError for one that the log does not have */
export function activityNumber({ activities }: EventLog, name: string): number {
  const number = activities.indexOf(name);
  if (number >= 0) return number;
  const known =
    activities.length === 0 ? 'it has none' : `it has ${activities.slice(0, 20).join(', ')}${activities.length > 20 ? ', …' : ''}`;
  throw cannotAnswer(`the log has no activity "${name}"; ${known}`);
}
