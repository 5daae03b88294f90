const statuses = ['new', 'open', 'pending', 'hold', 'solved', 'closed'];

/** Where a value stands among those of its dimension where they have an order of their own; null where size orders them. */
export function naturalOrder(dimension: string, value: string): number | null {
  if (dimension === 'age') return Number.parseInt(value, 10);
  if (dimension === 'status' || dimension === 'status_then') return statuses.indexOf(value);
  if (dimension === 'hour' || dimension === 'weekday') return Number(value);
  return null;
}
