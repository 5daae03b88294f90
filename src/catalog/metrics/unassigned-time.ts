import { ticketDuration } from './ticket-duration.ts';

export const unassignedTime = ticketDuration('unassigned', {
  name: 'unassigned_time',
  better: 'down',
  reference: 'fivetran/dbt_zendesk: ticket_unassigned_duration_calendar_minutes',
  text: {
    en: {
      label: 'Time without an agent',
      definition: 'Time that a ticket was assigned to nobody while it was not solved; tickets by the last solve.',
      edgeCases:
        'A ticket that had an agent from the start has 0. No value where the source tells nothing of assignments. Of tickets that are solved now and whose statuses are all known. Time after a solve does not count; deleted and merged stretches neither.',
    },
    'zh-Hans': {
      label: '未分配时间',
      definition: '工单在未解决期间没有负责客服的时间；按最后一次解决的时间统计。',
      edgeCases:
        '一开始就有客服的工单为 0。来源没有分配记录的没有数值。只统计当前已解决且状态历史完整的工单。解决之后的时间不计，被删除或合并期间的时间也不计。',
    },
    'zh-Hant': {
      label: '未指派時間',
      definition: '工單在未解決期間沒有負責人員的時間；依最後一次解決的時間統計。',
      edgeCases:
        '一開始就有人員的工單為 0。來源沒有指派紀錄的沒有數值。僅統計目前已解決且狀態歷程完整的工單。解決之後的時間不計，被刪除或合併期間的時間也不計。',
    },
    ru: {
      label: 'Время без оператора',
      definition: 'Сколько нерешённое обращение не было назначено никому; по времени последнего решения.',
      edgeCases:
        'У назначенного сразу — 0. Если источник не сообщает о назначениях, значения нет. Только обращения, которые сейчас решены и история статусов которых известна полностью. Время после решения не считается, как и время, пока обращение было удалено или объединено.',
    },
  },
});
