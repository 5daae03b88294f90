import type { Words } from '../words.ts';
import type { en } from './en.ts';

/** The words of saved views in Russian. */
export const ru: Words<typeof en, 'one' | 'few' | 'many' | 'other'> = {
  'views.label': 'Сохранённые виды',
  'views.none': 'Сохранённых видов пока нет. Сохраните то, что на экране, для всех.',
  'views.save': 'Сохранить вид',
  'views.name': 'Название вида',
  'views.keep': 'Сохранить',
  'views.manage': 'Переименовать, удалить, история',
  'views.rename': 'Переименовать',
  'views.replace': 'Заменить тем, что на экране',
  'views.remove': 'Удалить',
  'views.askRemove': 'Удалить вид «{{name}}» для всех? История останется.',
  'views.history': 'История',
  'views.version': '{{name}}, версия {{version}}, {{time}}',
  'views.removedVersion': 'Удалён, {{time}}',
  'views.open': 'Открыть эту версию',
};
