import { ticketDuration } from './ticket-duration.ts';

export const onHold = ticketDuration('on_hold', {
  name: 'on_hold',
  better: 'down',
  reference: 'Zendesk ticket_metrics: on_hold_time_in_minutes',
  text: {
    en: {
      label: 'On-hold time',
      definition: 'Time that a ticket spent on hold, waiting for others, up to its last solve; tickets by that solve.',
      edgeCases:
        'A part of the requester wait time. Of tickets that are solved now and whose statuses are all known. Time after a solve does not count; deleted and merged stretches neither.',
    },
    'zh-Hans': {
      label: '暂挂时间',
      definition: '工单在最后一次解决之前处于暂挂状态的时间；按该次解决的时间统计。',
      edgeCases: '包含在客户等待时间之内。只统计当前已解决且状态历史完整的工单。解决之后的时间不计，被删除或合并期间的时间也不计。',
    },
    'zh-Hant': {
      label: '擱置時間',
      definition: '工單在最後一次解決之前處於擱置狀態的時間；依該次解決的時間統計。',
      edgeCases: '包含在客戶等待時間之內。僅統計目前已解決且狀態歷程完整的工單。解決之後的時間不計，被刪除或合併期間的時間也不計。',
    },
    ru: {
      label: 'Время в статусе «Отложено»',
      definition: 'Сколько обращение было отложено до последнего решения; по времени этого решения.',
      edgeCases:
        'Входит во время ожидания клиента. Только обращения, которые сейчас решены и история статусов которых известна полностью. Время после решения не считается, как и время, пока обращение было удалено или объединено.',
    },
  },
});
