import { Button, Menu, Popover } from '@mantine/core';
import { IconCalendar, IconChevronDown } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { formatDay } from '../../../catalog/charts/format-time.ts';
import type { WordKey } from '../../../catalog/locales/words.ts';
import { defaultPeriod, splitPeriod } from '../../../core/time/period.ts';
import { useReader } from './language.ts';
import { type Comparison, defaultComparison, isDay } from './page-search.ts';
import { useBoardSearch } from './use-board-search.ts';

const RangeCalendar = lazy(async () => ({ default: (await import('./RangeCalendar.tsx')).RangeCalendar }));

const presets: Readonly<Record<string, WordKey>> = {
  today: 'period.today',
  yesterday: 'period.yesterday',
  'last 7 days': 'period.last7',
  'last 28 days': 'period.last28',
  'last 90 days': 'period.last90',
  'this month': 'period.thisMonth',
  'last month': 'period.lastMonth',
  'last 12 months': 'period.last12Months',
  all: 'period.all',
};

/** Chooses the period of the board: a usual one, or two days. */
export function PeriodPicker() {
  const { say, locale } = useReader();
  const [search, change] = useBoardSearch();
  const [open, setOpen] = useState(false);
  const period = search.period ?? defaultPeriod;
  const preset = presets[period];
  const [from, until] = daysOf(period);
  const name =
    preset !== undefined
      ? say(preset)
      : from === null || until === null
        ? period
        : `${formatDay(from, locale)} – ${formatDay(until, locale)}`;
  const choose = (chosen: string) => {
    setOpen(false);
    change({ period: chosen === defaultPeriod ? undefined : chosen });
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconCalendar size={16} />}
          rightSection={<IconChevronDown size={14} />}
          aria-label={`${say('period.label')}: ${name}`}
          onClick={() => setOpen(!open)}
        >
          {name}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className="period-choices">
          <div>
            {Object.entries(presets).map(([value, key]) => (
              <Button
                key={value}
                variant={value === period ? 'light' : 'subtle'}
                color={value === period ? 'accent' : 'gray'}
                justify="start"
                fullWidth
                onClick={() => choose(value)}
              >
                {say(key)}
              </Button>
            ))}
          </div>
          <Suspense fallback={<div style={{ width: 260, height: 300 }} />}>
            <RangeCalendar label={say('period.custom')} from={from} until={until} onChoose={(first, last) => choose(`${first}..${last}`)} />
          </Suspense>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

/** The first and the last day of a period that is written by its days. */
function daysOf(period: string): readonly [from: string | null, until: string | null] {
  const { from, until } = splitPeriod(period) ?? {};
  return isDay(from) && isDay(until) ? [from, until] : [null, null];
}

const comparisons = { none: 'compare.none', previous: 'compare.previous', year: 'compare.year' } as const satisfies Record<
  Comparison,
  WordKey
>;

/** Chooses what the board compares with. */
export function ComparisonPicker() {
  const { say } = useReader();
  const [search, change] = useBoardSearch();
  const comparison = search.compare ?? defaultComparison;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="default"
          rightSection={<IconChevronDown size={14} />}
          aria-label={`${say('compare.label')}: ${say(comparisons[comparison])}`}
        >
          {say(comparisons[comparison])}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(Object.keys(comparisons) as Comparison[]).map((each) => (
          <Menu.Item
            key={each}
            fw={each === comparison ? 600 : 400}
            onClick={() => change({ compare: each === defaultComparison ? undefined : each })}
          >
            {say(comparisons[each])}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
