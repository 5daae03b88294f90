import type { calendarEvents } from '../../../core/entities/working-time.ts';
import type { Row } from '../../../core/model/entity.ts';
import { desks } from '../desk.ts';
import { publicHolidays } from './public-holidays.ts';
import { setupColumns } from './source-columns.ts';

type CalendarEvent = Row<typeof calendarEvents>;

interface Mark {
  readonly id: string;
  readonly kind: 'launch' | 'campaign' | 'holiday' | 'policy' | 'outage' | 'external';
  readonly name: string;
  readonly from: string;
  readonly until: string;
  readonly scope?: readonly [dimension: string, value: string];
}

const marks: readonly Mark[] = [
  { id: 'black-friday-2024', kind: 'campaign', name: 'Black Friday', from: '2024-11-25', until: '2024-12-01' },
  { id: 'black-friday-2025', kind: 'campaign', name: 'Black Friday', from: '2025-11-24', until: '2025-11-30' },
  { id: 'singles-day-2024', kind: 'campaign', name: '11.11', from: '2024-11-11', until: '2024-11-17', scope: ['team', 'demo:asia'] },
  { id: 'singles-day-2025', kind: 'campaign', name: '11.11', from: '2025-11-10', until: '2025-11-16', scope: ['team', 'demo:asia'] },
  { id: 'halo-launch', kind: 'launch', name: 'Halo launch', from: '2025-09-16', until: '2025-09-16', scope: ['product', 'Halo'] },
  {
    id: 'breeze-recall',
    kind: 'policy',
    name: 'Recall of Breeze 300',
    from: '2025-06-10',
    until: '2025-06-10',
    scope: ['product', 'Breeze 300'],
  },
  { id: 'warehouse-move', kind: 'external', name: 'Move of the warehouse', from: '2025-07-07', until: '2025-07-27' },
  { id: 'phone-menu', kind: 'policy', name: 'New phone menu', from: '2025-10-14', until: '2025-10-14' },
  { id: 'giveaway', kind: 'campaign', name: 'Giveaway', from: '2026-02-08', until: '2026-02-08' },
  { id: 'return-fee-on', kind: 'policy', name: 'Return fee on', from: '2026-03-02', until: '2026-04-19', scope: ['category', 'returns'] },
  { id: 'return-fee-off', kind: 'policy', name: 'Return fee off', from: '2026-04-20', until: '2026-04-20', scope: ['category', 'returns'] },
  { id: 'refund-trial', kind: 'policy', name: 'Trial of small refunds without approval', from: '2026-06-01', until: '2026-08-30' },
  { id: 'refund-roll-out', kind: 'policy', name: 'Small refunds without approval for all', from: '2026-09-14', until: '2026-09-14' },
];

function holidays(): Mark[] {
  return desks.flatMap((desk) =>
    publicHolidays(desk).map((holiday) => ({
      ...holiday,
      id: `holiday-${desk.language}-${holiday.from}`,
      kind: 'holiday' as const,
      scope: ['language', desk.language] as const,
    })),
  );
}

/** What the calendar holds from the start; the rest of what happens in the two years is not in it. */
export function demoCalendarEvents(importId = ''): CalendarEvent[] {
  return [...marks, ...holidays()].map((mark) => ({
    ...setupColumns(mark.id, importId),
    kind: mark.kind,
    name: mark.name,
    from: mark.from,
    until: mark.until,
    scope_dimension: mark.scope?.[0] ?? '',
    scope_value: mark.scope?.[1] ?? '',
    note: '',
    removed: false,
  }));
}
