import { texts } from '../../core/model/locale.ts';
import { surveyStage } from './survey-stage.ts';

export const surveysOpened = surveyStage('opened_at', {
  name: 'surveys_opened',
  reference: texts(
    'third step of the funnel; mail programs that hide or fake openings make it uncertain',
    '漏斗第三步；有些邮箱会隐藏或伪造打开记录，因此数值有不确定性',
    '漏斗第三步；有些信箱會隱藏或偽造開啟紀錄，因此數值有不確定性',
    'третий шаг воронки; почтовые программы, которые скрывают или подделывают открытия, делают его ненадёжным',
  ),
  text: {
    en: {
      label: 'Surveys opened',
      definition: 'Surveys that were opened, by the time they were sent.',
      edgeCases: 'Some mail programs hide openings and some open by themselves: read it as a trend, not as a count of people.',
      inputs: { surveys: 'surveys' },
    },
    'zh-Hans': {
      label: '已打开的问卷',
      definition: '按发送时间统计的已打开问卷数。',
      edgeCases: '有些邮箱会隐藏打开记录，有些会自动打开：适合看趋势，不等于人数。',
      inputs: { surveys: '问卷数' },
    },
    'zh-Hant': {
      label: '已開啟的問卷',
      definition: '依寄送時間統計的已開啟問卷數。',
      edgeCases: '有些信箱會隱藏開啟紀錄，有些會自動開啟：適合看趨勢，不等於人數。',
      inputs: { surveys: '問卷數' },
    },
    ru: {
      label: 'Открытые опросы',
      definition: 'Опросы, которые открыли, по времени отправки.',
      edgeCases: 'Одни почтовые программы скрывают открытия, другие открывают сами: это тенденция, а не число людей.',
      inputs: { surveys: 'опросы' },
    },
  },
});
