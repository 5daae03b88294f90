import { texts } from '../../core/model/locale.ts';
import type { DistributionMetric } from '../../core/model/metric.ts';
import { UserError } from '../../core/model/user-error.ts';
import { identifier, sql } from '../../core/sql/sql.ts';
import { matters } from '../datasets/matters.ts';
import { tickets } from '../datasets/tickets.ts';

export const fullResolution: DistributionMetric = {
  kind: 'distribution',
  name: 'full_resolution',
  unit: 'durationMs',
  better: 'down',
  dataset: tickets,
  time: 'solved',
  options: { clock: ['calendar', 'business'] },
  of: ({ options }) => identifier(`full_resolution_${options.clock}_ms`),
  statistics: ['median', 'p90', 'mean'],
  variants: {
    article: {
      dataset: matters,
      time: 'solved',
      of: ({ options }) => {
        if (options.clock === 'calendar') return sql`dateDiff('millisecond', started_at, solved_at)`;
        throw new UserError(
          'bad_choice',
          'the article variant counts from the first raising over several contacts, in calendar time only: leave clock=business out',
        );
      },
      provenance: null,
    },
  },
  provenance: sql`resolution_provenance`,
  counterweight: 'reopen_rate',
  smallN: 30,
  reference: texts(
    'support.zendesk.com 4408834848154; fivetran/dbt_zendesk CHANGELOG (closed but never solved); article 001 for the variant "from the first raising"',
    'support.zendesk.com 4408834848154；fivetran/dbt_zendesk CHANGELOG（已关闭但从未解决）；口径“从首次提出起”出自文章 001',
    'support.zendesk.com 4408834848154；fivetran/dbt_zendesk CHANGELOG（已關閉但從未解決）；口徑「從首次提出起」出自文章 001',
    'support.zendesk.com 4408834848154; fivetran/dbt_zendesk CHANGELOG (закрыто, но не решено); вариант «с первого обращения» — по статье 001',
  ),
  examples: [
    {
      name: 'the mean over solved tickets, reported by the last solve',
      ask: 'full_resolution_mean',
      rows: [
        { id: 'a', created_at: '2026-03-02T09:00:00Z', last_solved_at: '2026-03-02T11:00:00Z', full_resolution_calendar_ms: 7_200_000 },
        { id: 'b', created_at: '2026-03-02T09:00:00Z', last_solved_at: '2026-03-02T13:00:00Z', full_resolution_calendar_ms: 14_400_000 },
        { id: 'c', created_at: '2026-03-02T09:00:00Z' },
      ],
      value: 10_800_000,
      n: 2,
    },
  ],
  text: {
    en: {
      label: 'Full resolution time',
      definition: 'From creation to the last solve; tickets by the time of that solve.',
      edgeCases:
        'A later reopening moves the last solve, so the past can change. Closed but never solved counts as solved at the closing. Not solved now: no value. Variant "article" (001): from the first contact of the customer on the matter to its final solve; one contact gives the same figure, customers that are not known are left out.',
    },
    'zh-Hans': {
      label: '解决时长',
      definition: '从创建到最后一次解决的时间；按该次解决的时间统计。',
      edgeCases:
        '之后重开会改变最后一次解决的时间，因此历史数值可能变化。已关闭但从未标记解决的，以关闭时间为准。当前未解决的没有数值。“文章”口径（001）：从客户就同一问题的首次联系到最终解决；只有一次联系时两者相同，无法识别的客户不计入。',
    },
    'zh-Hant': {
      label: '解決時間',
      definition: '從建立到最後一次解決的時間；依該次解決的時間統計。',
      edgeCases:
        '之後重新開啟會改變最後一次解決的時間，因此歷史數值可能變動。已關閉但從未標記解決的，以關閉時間為準。目前未解決的沒有數值。「文章」口徑（001）：從客戶就同一問題的首次聯繫到最終解決；只有一次聯繫時兩者相同，無法識別的客戶不計入。',
    },
    ru: {
      label: 'Время решения',
      definition: 'От создания до последнего решения; обращения по времени этого решения.',
      edgeCases:
        'Переоткрытие сдвигает последнее решение, поэтому прошлые значения могут измениться. Закрытое без решения считается решённым при закрытии. Не решённое сейчас значения не имеет. Вариант «статья» (001): от первого обращения клиента по вопросу до окончательного решения; при одном обращении числа совпадают, неизвестные клиенты не учитываются.',
    },
  },
};
