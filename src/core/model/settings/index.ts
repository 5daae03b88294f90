import type { z } from 'zod';
import { automaticSendersSetting } from './automatic-senders-setting.ts';
import { calendarSetting } from './calendar-setting.ts';
import { categoryMergeSetting } from './category-merge-setting.ts';
import { complaintRuleSetting } from './complaint-rule-setting.ts';
import { courtesySetting } from './courtesy-setting.ts';
import { goalsSetting } from './goals-setting.ts';
import { houseDefinitionsSetting } from './house-definitions-setting.ts';
import { schedulesSetting } from './schedules-setting.ts';
import { slaPoliciesSetting } from './sla-policies-setting.ts';
import { ticketLinksSetting } from './ticket-links-setting.ts';

/** Everything that an administrator decides for the house. One document each; every change is a version. */
export const settings = {
  calendar: calendarSetting,
  'house-definitions': houseDefinitionsSetting,
  'automatic-senders': automaticSendersSetting,
  courtesy: courtesySetting,
  'complaint-rule': complaintRuleSetting,
  'category-merge': categoryMergeSetting,
  schedules: schedulesSetting,
  'sla-policies': slaPoliciesSetting,
  goals: goalsSetting,
  'ticket-links': ticketLinksSetting,
} as const;

export type SettingName = keyof typeof settings;
export type Setting<N extends SettingName> = z.output<(typeof settings)[N]>;

/** The names, for a choice among them. */
export const settingNames = Object.keys(settings) as [SettingName, ...SettingName[]];
