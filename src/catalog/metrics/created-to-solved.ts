import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { ComposedMetric } from '../../core/model/metric.ts';

export const createdToSolved: ComposedMetric = {
  kind: 'composed',
  name: 'created_to_solved',
  topic: 'volume',
  unit: 'ratio',
  better: 'down',
  of: { created: 'created', solved: 'solved' },
  value: parseFormula('created / solved'),
  n: 'created',
  counterweight: 'reopen_rate',
  smallN: 30,
  reference: texts(
    'Zendesk: created against solved; above 1 the backlog grows',
    'Zendesk：新建与解决对比；大于 1 时积压增加',
    'Zendesk：新建與解決對比；大於 1 時積壓增加',
    'Zendesk: созданные против решённых; больше 1 — бэклог растёт',
  ),
  examples: [
    {
      name: 'three came and two went',
      rows: ['a', 'b', 'c'].map((id) => ({
        id,
        created_at: '2026-03-02T09:00:00Z',
        last_solved_at: id === 'c' ? null : '2026-03-03T09:00:00Z',
      })),
      value: 1.5,
      n: 3,
    },
  ],
  text: {
    en: {
      label: 'Created ÷ solved',
      definition: 'Tickets created in the period ÷ tickets solved in it. Above 1 more comes in than goes out.',
      edgeCases:
        'Different tickets above and below the line. No value when nothing was solved. Not the change of the backlog: merges, deletions and reopens are in that too.',
      inputs: { created: 'tickets created', solved: 'tickets solved' },
    },
    'zh-Hans': {
      label: '新建 ÷ 解决',
      definition: '期内新建工单数 ÷ 期内解决工单数。大于 1 表示进多出少。',
      edgeCases: '分子与分母不是同一批工单。期内没有解决任何工单时没有数值。它不等于积压的变化：积压还受合并、删除和重开影响。',
      inputs: { created: '新建工单数', solved: '解决工单数' },
    },
    'zh-Hant': {
      label: '新建 ÷ 解決',
      definition: '期內新建工單數 ÷ 期內解決工單數。大於 1 表示進多出少。',
      edgeCases: '分子與分母不是同一批工單。期內沒有解決任何工單時沒有數值。它不等於積壓的變化：積壓還受合併、刪除與重新開啟影響。',
      inputs: { created: '新建工單數', solved: '解決工單數' },
    },
    ru: {
      label: 'Создано ÷ решено',
      definition: 'Обращения, созданные за период ÷ решённые за период. Больше 1 — приходит больше, чем уходит.',
      edgeCases:
        'Сверху и снизу разные обращения. Если ничего не решено, значения нет. Это не изменение бэклога: на него влияют ещё объединения, удаления и переоткрытия.',
      inputs: { created: 'создано', solved: 'решено' },
    },
  },
};
