import type { Words } from '../words.ts';
import type { en } from './en.ts';

/** The words of the ticket list in traditional Chinese. */
export const zhHant: Words<typeof en, 'other'> = {
  'tickets.title': '工單列表',
  'tickets.time': '工單範圍',
  'tickets.time.created': '此期間內建立',
  'tickets.time.solved': '此期間內解決',
  'tickets.time.closed': '此期間內關閉',
  'tickets.time.open': '期末未解決',
  'tickets.search': '搜尋編號或主旨',
  'tickets.columns': '欄位',
  'tickets.shownColumns': '已顯示，依此順序',
  'tickets.moreColumns': '未顯示',
  'tickets.up': '將{{name}}往左移',
  'tickets.down': '將{{name}}往右移',
  'tickets.hide': '隱藏{{name}}',
  'tickets.show': '顯示{{name}}',
  'tickets.usual': '還原預設欄位',
  'tickets.sort': '依{{name}}排序',
  'tickets.range': '第 {{from}}–{{until}} 筆，共 {{total}} 筆',
  'tickets.previousPage': '上一頁',
  'tickets.nextPage': '下一頁',
  'tickets.keys': '按 j、k 鍵切換工單，按 Esc 鍵關閉。',
  'tickets.none': '此期間沒有符合條件的工單。請修改或清除搜尋字詞、篩選或期間。',
  'tickets.empty': '還沒有工單。匯入工單後，這裡會逐一列出。',
  'tickets.exporting': '正在匯出',
};
