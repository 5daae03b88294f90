import type { Words } from '../words.ts';
import type { en } from './en.ts';

/** The words of saved views in simplified Chinese. */
export const zhHans: Words<typeof en, 'other'> = {
  'views.label': '已存视图',
  'views.none': '还没有保存的视图。可将当前内容保存给所有人使用。',
  'views.save': '保存视图',
  'views.name': '视图名称',
  'views.keep': '保存',
  'views.manage': '重命名、删除、历史',
  'views.rename': '重命名',
  'views.replace': '用当前内容覆盖',
  'views.remove': '删除',
  'views.askRemove': '要为所有人删除视图“{{name}}”吗？历史记录会保留。',
  'views.history': '历史',
  'views.version': '{{name}}，第 {{version}} 版，{{time}}',
  'views.removedVersion': '已删除，{{time}}',
  'views.open': '打开此版本',
};
