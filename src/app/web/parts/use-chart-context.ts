import { useComputedColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ChartContext } from '../../../catalog/charts/chart-context.ts';
import { nameEvent } from '../../../catalog/locales/name-event.ts';
import { nameMetric, nameValue } from '../../../catalog/locales/names.ts';
import type { ChartName } from '../../../core/model/chart.ts';
import type { CalendarEvent as CalendarEntry } from '../../../core/model/endpoints/calendar-endpoints.ts';
import type { Result } from '../../../core/model/result.ts';
import type { Setting } from '../../../core/model/settings/index.ts';
import { call } from './call.ts';
import { useReader } from './language.ts';
import { useFrequentValues } from './use-frequent-values.ts';

/** What charts and tables of a result need to know beside it. */
export function useChartContext(chart: ChartName, result: Result, marksEvents: boolean): Omit<ChartContext, 'widthPx'> {
  const reader = useReader();
  const theme = useComputedColorScheme('light');
  const events = useEvents(result, marksEvents);
  const goals = useGoals();
  const frequent = useFrequentValues(chart, result.dimensions);
  const { locale } = reader;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the reader is made anew each time, its locale says when it changed
  return useMemo(
    () => ({
      locale,
      theme,
      say: reader.say,
      nameOf: (dimension, value) => nameValue(dimension, value, reader, result.names),
      metricName: (metric) => nameMetric(metric, reader),
      events: events.map((event) => ({ ...event, name: nameEvent(event, locale) })),
      goals,
      ...(frequent === null ? {} : { frequent }),
    }),
    [locale, theme, result, events, goals, frequent, reader.names],
  );
}

const noGoals: Readonly<Record<string, number>> = {};

/** What the house wants its figures to be, by metric. */
function useGoals(): Readonly<Record<string, number>> {
  const { data } = useQuery({ queryKey: ['settings'], queryFn: ({ signal }) => call('settings', {}, signal) });
  return (data?.settings.goals?.value as Setting<'goals'> | undefined)?.goals ?? noGoals;
}

const noEvents: readonly CalendarEntry[] = [];

function useEvents(result: Result, wanted: boolean): readonly CalendarEntry[] {
  const from = result.buckets[0]?.key.slice(0, 10);
  const until = result.period.until.slice(0, 10);
  const { data } = useQuery({
    queryKey: ['calendarEvents', from, until],
    queryFn: ({ signal }) => call('calendarEvents', { from, until }, signal),
    enabled: wanted && from !== undefined,
  });
  return wanted ? (data ?? noEvents) : noEvents;
}
