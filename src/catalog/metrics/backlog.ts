import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { unsolvedTickets } from '../datasets/tickets.ts';

export const backlog: AggregateMetric = {
  kind: 'aggregate',
  name: 'backlog',
  unit: 'count',
  better: 'down',
  dataset: unsolvedTickets,
  time: 'unsolved',
  inputs: {},
  value: parseFormula('at_start + entered - left'),
  n: 'at_start + entered - left',
  reference: texts(
    'Zendesk backlog dataset; Zammad report: rebuilt from the history of statuses, never created − solved',
    'Zendesk 积压工单数据集；Zammad 报表：根据状态历史还原，从不用“新建 − 解决”推算',
    'Zendesk 未結工單資料集；Zammad 報表：依狀態歷程還原，從不以「新建 − 解決」推算',
    'набор данных Zendesk по бэклогу; отчёт Zammad: восстановлено по истории статусов, а не «создано − решено»',
  ),
  examples: [
    {
      name: 'a ticket is in the backlog until it is solved and again after it is reopened',
      rows: [
        {
          id: 'a',
          created_at: '2026-03-02T09:00:00Z',
          unsolved_spans: [
            { from: '2026-03-02T09:00:00Z', until: '2026-03-02T12:00:00Z' },
            { from: '2026-03-04T09:00:00Z', until: null },
          ],
        },
        { id: 'b', created_at: '2026-03-02T09:00:00Z', unsolved_spans: [{ from: '2026-03-02T09:00:00Z', until: '2026-03-03T09:00:00Z' }] },
        { id: 'c', created_at: '2026-03-02T09:00:00Z', is_spam: true, unsolved_spans: [{ from: '2026-03-02T09:00:00Z', until: null }] },
      ],
      value: 1,
    },
  ],
  text: {
    en: {
      label: 'Backlog',
      definition: 'Tickets that are not solved at the end of the period, rebuilt from the history of their statuses.',
      edgeCases:
        'Never created minus solved: deletions, merges and reopens would make that wrong. A reopen that only says thanks does not count.',
      inputs: { at_start: 'unsolved at the start', entered: 'created or reopened', left: 'solved' },
    },
    'zh-Hans': {
      label: '积压工单',
      definition: '期末仍未解决的工单数，根据状态历史还原。',
      edgeCases: '不用“新建减已解决”计算，否则删除、合并和重开会造成误差。仅表示感谢的重开不计入。',
      inputs: { at_start: '期初未解决', entered: '新建或重开', left: '已解决' },
    },
    'zh-Hant': {
      label: '未結工單（積壓）',
      definition: '期末仍未解決的工單數，依狀態歷程還原。',
      edgeCases: '不以「新建減已解決」計算，否則刪除、合併與重新開啟會造成誤差。僅表示感謝的重新開啟不計入。',
      inputs: { at_start: '期初未解決', entered: '新建或重新開啟', left: '已解決' },
    },
    ru: {
      label: 'Нерешённые обращения (бэклог)',
      definition: 'Обращения, не решённые на конец периода; восстановлено по истории статусов.',
      edgeCases:
        'Это не «создано минус решено»: удаления, объединения и переоткрытия дали бы ошибку. Переоткрытие ради «спасибо» не учитывается.',
      inputs: { at_start: 'не решено на начало', entered: 'создано или переоткрыто', left: 'решено' },
    },
  },
};
