const statuses = ['new', 'open', 'pending', 'hold', 'solved', 'closed'];

const priorities = ['urgent', 'high', 'normal', 'low'];

const slaTargets = ['first_response', 'next_response', 'requester_wait', 'agent_work', 'resolution'];

/** Bands of age, the youngest first, as the dimension names them. */
export const ageBands: readonly string[] = ['0-1', '1-3', '3-7', '7-14', '14-30', '30+'];

/** Words that are not among them stand behind them. */
function placeIn(words: readonly string[], value: string): number {
  const place = words.indexOf(value);
  return place < 0 ? words.length : place;
}

/** Where a value stands among those of its dimension where they have an order of their own; null where size orders them. */
export function naturalOrder(dimension: string, value: string): number | null {
  if (dimension === 'age') return ageBands.indexOf(value);
  if (dimension === 'status' || dimension === 'status_then') return statuses.indexOf(value);
  if (dimension === 'priority') return placeIn(priorities, value);
  if (dimension === 'sla_target') return slaTargets.indexOf(value);
  if (dimension === 'hour' || dimension === 'weekday') return Number(value);
  return null;
}
