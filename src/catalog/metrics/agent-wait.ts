import { texts } from '../../core/model/locale.ts';
import { ticketDuration } from './ticket-duration.ts';

export const agentWait = ticketDuration('agent_wait', {
  name: 'agent_wait',
  better: 'neither',
  reference: texts(
    'Zendesk ticket_metrics: agent_wait_time_in_minutes (pending)',
    'Zendesk ticket_metrics：agent_wait_time_in_minutes（等待客户回复）',
    'Zendesk ticket_metrics：agent_wait_time_in_minutes（等待客戶回覆）',
    'Zendesk ticket_metrics: agent_wait_time_in_minutes («Ждём ответа клиента»)',
  ),
  text: {
    en: {
      label: 'Waiting on the customer',
      definition: 'Time that a ticket spent in pending, waiting for the customer, up to its last solve; tickets by that solve.',
      edgeCases:
        'Of tickets that are solved now and whose statuses are all known. Time after a solve does not count; deleted and merged stretches neither.',
    },
    'zh-Hans': {
      label: '等待客户回复的时间',
      definition: '工单在最后一次解决之前处于“等待客户回复”状态的时间；按该次解决的时间统计。',
      edgeCases: '只统计当前已解决且状态历史完整的工单。解决之后的时间不计，被删除或合并期间的时间也不计。',
    },
    'zh-Hant': {
      label: '等待客戶回覆的時間',
      definition: '工單在最後一次解決之前處於「等待客戶回覆」狀態的時間；依該次解決的時間統計。',
      edgeCases: '僅統計目前已解決且狀態歷程完整的工單。解決之後的時間不計，被刪除或合併期間的時間也不計。',
    },
    ru: {
      label: 'Ожидание ответа клиента',
      definition: 'Сколько обращение провело в статусе «Ждём ответа клиента» до последнего решения; по времени этого решения.',
      edgeCases:
        'Только обращения, которые сейчас решены и история статусов которых известна полностью. Время после решения не считается, как и время, пока обращение было удалено или объединено.',
    },
  },
});
