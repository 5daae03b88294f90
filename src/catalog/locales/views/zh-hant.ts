import type { Words } from '../words.ts';
import type { en } from './en.ts';

/** The words of saved views in traditional Chinese. */
export const zhHant: Words<typeof en, 'other'> = {
  'views.label': '已存檢視',
  'views.none': '尚未儲存任何檢視。可將目前內容儲存給所有人使用。',
  'views.save': '儲存檢視',
  'views.name': '檢視名稱',
  'views.keep': '儲存',
  'views.manage': '重新命名、移除、紀錄',
  'views.rename': '重新命名',
  'views.replace': '以目前內容取代',
  'views.remove': '移除',
  'views.askRemove': '要為所有人移除檢視「{{name}}」嗎？紀錄會保留。',
  'views.history': '紀錄',
  'views.version': '{{name}}，第 {{version}} 版，{{time}}',
  'views.removedVersion': '已移除，{{time}}',
  'views.open': '開啟此版本',
};
