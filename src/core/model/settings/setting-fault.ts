import { UserError } from '../user-error.ts';

/** What can be wrong with a setting: each is a word `fault.…` of the page. */
export const settingFaults = [
  'channel',
  'definition',
  'everybody',
  'noAddress',
  'goal',
  'goalNegative',
  'goalRange',
  'goalStatistic',
  'holidayReversed',
  'holidaySet',
  'manyDefaults',
  'mergeChain',
  'mergeInto',
  'mergeItself',
  'mergeTwice',
  'metric',
  'name',
  'noDefault',
  'noHours',
  'noTarget',
  'overtaken',
  'sameName',
  'shiftEnds',
  'shiftOverlaps',
  'target',
  'targetTwice',
  'teamTwice',
  'ticketLink',
  'unknown_agent',
  'unknown_category',
  'unknown_team',
  'zone',
  'zoneUnknown',
] as const;

export type SettingFaultKind = (typeof settingFaults)[number];

/** A refusal of a setting: its sentence in English, and by key and values for the page. */
export function settingFault(
  kind: SettingFaultKind,
  values: Readonly<Record<string, string | number>>,
  message: string,
  code = 'bad_setting',
  status = 400,
): UserError {
  return new UserError(code, message, status, { key: `fault.${kind}`, values });
}

/** Refuses the first text that stands twice in a list. @throws the fault */
export function refuseTwice(texts: readonly string[], fault: (text: string) => UserError): void {
  const twice = texts.find((text, index) => texts.indexOf(text) !== index);
  if (twice !== undefined) throw fault(twice);
}
