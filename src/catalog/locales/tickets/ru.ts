import type { Words } from '../words.ts';
import type { en } from './en.ts';

/** The words of the ticket list in Russian. */
export const ru: Words<typeof en, 'one' | 'few' | 'many' | 'other'> = {
  'tickets.title': 'Список обращений',
  'tickets.time': 'Какие обращения',
  'tickets.time.created': 'созданные за период',
  'tickets.time.solved': 'решённые за период',
  'tickets.time.closed': 'закрытые за период',
  'tickets.time.open': 'не решённые на конец периода',
  'tickets.search': 'Искать по номеру или теме',
  'tickets.columns': 'Столбцы',
  'tickets.shownColumns': 'Показаны, в этом порядке',
  'tickets.moreColumns': 'Не показаны',
  'tickets.up': 'Сдвинуть влево: {{name}}',
  'tickets.down': 'Сдвинуть вправо: {{name}}',
  'tickets.hide': 'Скрыть: {{name}}',
  'tickets.show': 'Показать: {{name}}',
  'tickets.usual': 'Обычные столбцы',
  'tickets.sort': 'Упорядочить: {{name}}',
  'tickets.range': '{{from}}–{{until}} из {{total}}',
  'tickets.previousPage': 'Предыдущая страница',
  'tickets.nextPage': 'Следующая страница',
  'tickets.keys': 'Клавиши j и k переводят от обращения к обращению, Esc закрывает.',
  'tickets.none': 'За этот период таких обращений нет. Измените или очистите поиск, фильтры или период.',
  'tickets.empty': 'Обращений пока нет. Загрузите обращения, и они появятся здесь.',
  'tickets.exporting': 'Выгружаем',
};
