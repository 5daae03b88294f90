import type { Words } from '../words.ts';
import type { en } from './en.ts';

/** The words of boards and of the page of agents in traditional Chinese. */
export const zhHant = {
  'agents.title': '客服人員',
  'agents.metric': '指標',
  'agents.agent': '客服人員',
  'agents.raw': '原始值',
  'agents.alike': '同類工單可比值',
  'agents.course': '個人走勢',
  'agents.new': '新人',
  'agents.better': '優於同類工單的預期',
  'agents.worse': '差於同類工單的預期',
  'agents.few': '樣本太少',
  'agents.intro':
    '同類工單可比值：假設該客服人員處理的是全團隊的工單（依{{kinds}}）時的數值。不排名，依姓名排列。僅在超出波動且樣本不少於 30 時上色。',
  'agents.none': '此期間沒有任何客服人員有這項指標的資料。請換一項指標或期間。',
  'agents.empty': '還沒有工單。匯入工單後即可比較客服人員。',
  'words.word': '詞',
  'words.now': '含此詞的工單',
  'words.before': '前期',
  'words.ofTickets': '占 {{n}} 張的 {{share}}',
  'words.none': '此期間沒有明顯增多的詞。',
  'comments.read': '檢視工單',
  'comments.none': '此期間沒有客戶留下評語。',
  'comments.low': '低分優先',
  'comments.newest': '最新優先',
  'comments.order': '排序',
} satisfies Words<typeof en, 'other'>;
