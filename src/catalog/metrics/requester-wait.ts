import { texts } from '../../core/model/locale.ts';
import { ticketDuration } from './ticket-duration.ts';

export const requesterWait = ticketDuration('requester_wait', {
  name: 'requester_wait',
  better: 'down',
  reference: texts(
    'Zendesk ticket_metrics: requester_wait_time_in_minutes (new, open and hold)',
    'Zendesk ticket_metrics：requester_wait_time_in_minutes（新建、处理中和暂挂）',
    'Zendesk ticket_metrics：requester_wait_time_in_minutes（新工單、處理中與擱置）',
    'Zendesk ticket_metrics: requester_wait_time_in_minutes («Новое», «В работе» и «Отложено»)',
  ),
  counterweight: 'reopen_rate',
  text: {
    en: {
      label: 'Requester wait time',
      definition: 'Time that a ticket spent in new, open and on hold, up to its last solve; tickets by that solve.',
      edgeCases:
        'Of tickets that are solved now and whose statuses are all known. Time after a solve does not count; deleted and merged stretches neither.',
    },
    'zh-Hans': {
      label: '客户等待时间',
      definition: '工单在最后一次解决之前处于新建、处理中和暂挂状态的时间之和；按该次解决的时间统计。',
      edgeCases: '只统计当前已解决且状态历史完整的工单。解决之后的时间不计，被删除或合并期间的时间也不计。',
    },
    'zh-Hant': {
      label: '客戶等待時間',
      definition: '工單在最後一次解決之前處於新工單、處理中與擱置狀態的時間總和；依該次解決的時間統計。',
      edgeCases: '僅統計目前已解決且狀態歷程完整的工單。解決之後的時間不計，被刪除或合併期間的時間也不計。',
    },
    ru: {
      label: 'Время ожидания клиента',
      definition: 'Сколько обращение провело в статусах «Новое», «В работе» и «Отложено» до последнего решения; по времени этого решения.',
      edgeCases:
        'Только обращения, которые сейчас решены и история статусов которых известна полностью. Время после решения не считается, как и время, пока обращение было удалено или объединено.',
    },
  },
});
