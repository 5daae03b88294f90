import type { Words } from '../words.ts';
import type { en } from './en.ts';

/** The words of the ticket list in simplified Chinese. */
export const zhHans: Words<typeof en, 'other'> = {
  'tickets.title': '工单列表',
  'tickets.time': '工单范围',
  'tickets.time.created': '该时段内创建',
  'tickets.time.solved': '该时段内解决',
  'tickets.time.closed': '该时段内关闭',
  'tickets.time.open': '期末未解决',
  'tickets.search': '搜索编号或主题',
  'tickets.columns': '列',
  'tickets.shownColumns': '已显示，按此顺序',
  'tickets.moreColumns': '未显示',
  'tickets.up': '将{{name}}左移',
  'tickets.down': '将{{name}}右移',
  'tickets.hide': '隐藏{{name}}',
  'tickets.show': '显示{{name}}',
  'tickets.usual': '恢复默认列',
  'tickets.sort': '按{{name}}排序',
  'tickets.range': '第 {{from}}–{{until}} 条，共 {{total}} 条',
  'tickets.previousPage': '上一页',
  'tickets.nextPage': '下一页',
  'tickets.keys': '按 j、k 键切换工单，按 Esc 键关闭。',
  'tickets.none': '该时段没有符合条件的工单。请修改或清除搜索词、筛选或时段。',
  'tickets.empty': '还没有工单。导入工单后，这里会逐一列出。',
  'tickets.exporting': '正在导出',
};
