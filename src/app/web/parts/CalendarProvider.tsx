import '@mantine/dates/styles.css';
import 'dayjs/locale/ru';
import 'dayjs/locale/zh-cn';
import 'dayjs/locale/zh-tw';
import { DatesProvider } from '@mantine/dates';
import type { ReactNode } from 'react';
import type { Locale } from '../../../core/model/locale.ts';
import { useReader } from './language.ts';
import { useWorkspace } from './use-workspace.ts';

const dayjsLocales: Readonly<Record<Locale, string>> = { en: 'en', 'zh-Hans': 'zh-cn', 'zh-Hant': 'zh-tw', ru: 'ru' };

/** Year and month above a calendar, as dayjs is asked for them. */
export const monthForms: Readonly<Record<Locale, string>> = {
  en: 'MMMM YYYY',
  'zh-Hans': 'YYYY年M月',
  'zh-Hant': 'YYYY年M月',
  ru: 'MMMM YYYY',
};

/** Calendars within speak the reader's language, and their weeks begin with the workspace's. */
export function CalendarProvider({ children }: { readonly children: ReactNode }) {
  const { locale } = useReader();
  const firstDayOfWeek = ((useWorkspace()?.weekStart ?? 1) % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6;
  return <DatesProvider settings={{ locale: dayjsLocales[locale], firstDayOfWeek, weekendDays: [] }}>{children}</DatesProvider>;
}
