import type { Words } from '../words.ts';
import type { en } from './en.ts';

/** The words of boards and of the page of agents in Russian. */
export const ru = {
  'agents.title': 'Операторы',
  'agents.metric': 'Показатель',
  'agents.agent': 'Оператор',
  'agents.raw': 'Как есть',
  'agents.alike': 'При равных обращениях',
  'agents.course': 'Собственная динамика',
  'agents.new': 'новичок',
  'agents.better': 'лучше, чем можно ожидать при таких обращениях',
  'agents.worse': 'хуже, чем можно ожидать при таких обращениях',
  'agents.few': 'слишком мало',
  'agents.intro':
    '«При равных обращениях» — каким был бы показатель, если бы оператору достались обращения всей группы (по признакам: {{kinds}}). Рейтинга нет, порядок по имени. Цвет — только вне обычных колебаний и от 30 обращений или ответов.',
  'agents.none': 'За этот период этого показателя нет ни у кого. Выберите другой показатель или период.',
  'agents.empty': 'Обращений пока нет. Загрузите обращения, чтобы сравнить операторов.',
  'words.word': 'Слово',
  'words.now': 'Обращений с ним',
  'words.before': 'Период до',
  'words.ofTickets': '{{share}} из {{n}}',
  'words.none': 'За этот период ни одно слово не участилось заметно.',
  'comments.read': 'Открыть обращение',
  'comments.none': 'За этот период никто не оставил комментария.',
  'comments.low': 'Сначала низкие оценки',
  'comments.newest': 'Сначала новые',
  'comments.order': 'Порядок',
} satisfies Words<typeof en, 'one' | 'few' | 'many' | 'other'>;
