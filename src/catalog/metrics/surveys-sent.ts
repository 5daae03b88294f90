import { texts } from '../../core/model/locale.ts';
import { surveyStage } from './survey-stage.ts';

export const surveysSent = surveyStage(null, {
  name: 'surveys_sent',
  reference: texts(
    'first step of the funnel: sent, delivered, opened, started, answered',
    '漏斗第一步：发送、送达、打开、开始作答、回答',
    '漏斗第一步：寄送、送達、開啟、開始作答、回覆',
    'первый шаг воронки: отправлен, доставлен, открыт, начат, заполнен',
  ),
  text: {
    en: {
      label: 'Surveys sent',
      definition: 'Surveys by the time they were sent.',
      edgeCases: 'Those that bounced are in it.',
      inputs: { surveys: 'surveys' },
    },
    'zh-Hans': {
      label: '已发送的问卷',
      definition: '按发送时间统计的问卷数。',
      edgeCases: '包含被退回的问卷。',
      inputs: { surveys: '问卷数' },
    },
    'zh-Hant': {
      label: '已寄送的問卷',
      definition: '依寄送時間統計的問卷數。',
      edgeCases: '包含遭退回的問卷。',
      inputs: { surveys: '問卷數' },
    },
    ru: {
      label: 'Отправленные опросы',
      definition: 'Опросы по времени отправки.',
      edgeCases: 'Недоставленные входят.',
      inputs: { surveys: 'опросы' },
    },
  },
});
