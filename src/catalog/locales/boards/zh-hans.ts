import type { Words } from '../words.ts';
import type { en } from './en.ts';

/** The words of boards and of the page of agents in simplified Chinese. */
export const zhHans = {
  'agents.title': '客服人员',
  'agents.metric': '指标',
  'agents.agent': '客服',
  'agents.raw': '原始值',
  'agents.alike': '同类工单可比值',
  'agents.course': '个人走势',
  'agents.new': '新人',
  'agents.better': '优于同类工单的预期',
  'agents.worse': '差于同类工单的预期',
  'agents.few': '样本太少',
  'agents.intro':
    '同类工单可比值：假设该客服处理的是全组的工单（按{{kinds}}）时的数值。不排名，按姓名排列。仅在超出波动且样本不少于 30 时着色。',
  'agents.none': '该时段没有任何客服有此指标的数据。请换一个指标或时段。',
  'agents.empty': '还没有工单。导入工单后即可对比客服人员。',
  'words.word': '词',
  'words.now': '含该词的工单',
  'words.before': '上一时段',
  'words.ofTickets': '占 {{n}} 张的 {{share}}',
  'words.none': '该时段没有明显增多的词。',
  'comments.read': '查看工单',
  'comments.none': '该时段没有客户留下评语。',
  'comments.low': '低分优先',
  'comments.newest': '最新优先',
  'comments.order': '排序',
} satisfies Words<typeof en, 'other'>;
