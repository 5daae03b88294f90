import type { TicketFacts } from '../../../core/tickets/ticket-facts.ts';

/** A figure of some tickets; null where none of them has any. */
export interface SampleFigure {
  readonly value: number | null;
  readonly n: number;
}

type Read = (facts: readonly TicketFacts[]) => SampleFigure;

/** Figures that working hours, targets, senders and thanks move, by the call whose definition they follow, of tickets in memory. */
const figures: Readonly<Record<string, Read>> = {
  'first_response_median(clock=business,actor=human)': (facts) =>
    medianOf(facts.map((ticket) => (ticket.is_outbound ? null : ticket.first_response_human_business_ms))),
  'full_resolution_median(clock=business)': (facts) => medianOf(facts.map((ticket) => ticket.full_resolution_business_ms)),
  sla_compliance: (facts) => {
    const judged = facts.flatMap(({ slas }) => slas.filter(({ outcome }) => outcome === 'met' || outcome === 'breached'));
    return shareOf(judged.filter(({ outcome }) => outcome === 'met').length, judged.length);
  },
  reopen_rate: (facts) => {
    const solved = facts.filter(({ first_solved_at }) => first_solved_at !== null);
    return shareOf(solved.filter(({ reopens }) => reopens > 0).length, solved.length);
  },
};

/** The figures of tickets that count, by metric call. */
export function sampleFigures(facts: readonly TicketFacts[]): Readonly<Record<string, SampleFigure>> {
  const counted = facts.filter((ticket) => ticket.counted);
  return Object.fromEntries(Object.entries(figures).map(([call, read]) => [call, read(counted)]));
}

function shareOf(part: number, whole: number): SampleFigure {
  return { value: whole === 0 ? null : (100 * part) / whole, n: whole };
}

/** R type 7, as the engine's own. */
function medianOf(values: readonly (number | null)[]): SampleFigure {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  const middle = (known.length - 1) / 2;
  const [low, high] = [known[Math.floor(middle)], known[Math.ceil(middle)]];
  return { value: low === undefined || high === undefined ? null : (low + high) / 2, n: known.length };
}
