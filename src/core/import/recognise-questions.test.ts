import { expect, test } from 'vitest';
import { detectLayout } from './detect-layout.ts';
import { recognise } from './recognise.ts';

function recogniseText(text: string, target?: 'survey_responses') {
  const layout = detectLayout(text, true, {});
  return recognise(layout, {
    encoding: 'utf-8',
    zone: 'UTC',
    target,
    sourceName: 'survey',
    importDay: '2026-09-01T00:00:00Z',
    sources: [],
  });
}

const several: Readonly<Record<string, { readonly text: string; readonly asked: readonly string[] }>> = {
  English: {
    text: 'Response ID,Submitted at,How likely are you to recommend us?,Why?,How satisfied were you?,How easy was it?,Was your issue resolved?\n1,2026-09-01 08:00,9,kind,4,6,Yes\n2,2026-09-02 08:00,3,slow,2,7,No\n',
    asked: ['nps 0-10', 'csat 1-5', 'ces 1-7', 'fcr 0-1'],
  },
  Chinese: {
    text: '序号,提交答卷时间,1、您对本次服务的满意度,2、您向朋友推荐我们的可能性,3、问题是否解决\n1,2026/9/1 8:00:00,4,9,是\n2,2026/9/2 9:00:00,5,10,否\n',
    asked: ['csat 1-5', 'nps 0-10', 'fcr 0-1'],
  },
  German: {
    text: 'Antwort-ID;Zeitstempel;Wie zufrieden sind Sie?;Wie groß war der Aufwand?;Wurde Ihr Anliegen gelöst?\n1;01.09.2026 08:00;4;2;ja\n2;17.09.2026 08:00;5;1;nein\n',
    asked: ['csat 1-5', 'ces 1-5', 'fcr 0-1'],
  },
};

test.each(Object.entries(several))('every question of a survey in %s is a score on its own scale', (_, { text, asked }) => {
  const { mapping, notes } = recogniseText(text);
  const scores = mapping.columns.filter(({ to }) => to === 'score');
  expect(mapping.target).toBe('survey_responses');
  expect(scores.map(({ survey, scale }) => `${survey} ${scale?.min}-${scale?.max}`).toSorted()).toEqual([...asked].toSorted());
  expect(notes.map(({ key }) => key)).toContain('questions');
});

test('of two questions of one kind the first is taken, so that aspects do not blend into satisfaction', () => {
  const { mapping, notes } = recogniseText('id,Date,Satisfaction overall,Satisfaction with delivery\n1,2026-09-01,4,2\n2,2026-09-02,5,1\n');
  expect(mapping.columns.filter(({ to }) => to === 'score').map(({ from }) => from)).toEqual(['Satisfaction overall']);
  expect(notes.map(({ key }) => key)).not.toContain('questions');
});

test('amounts and times beside a score are no questions', () => {
  const text = 'Response ID,Completed at,NPS,Effort in minutes,Resolved in hours\n1,2026-09-01,9,45,12\n2,2026-09-02,3,80,30\n';
  const { mapping } = recogniseText(text, 'survey_responses');
  expect(mapping.columns.filter(({ to }) => to === 'score').map(({ from }) => from)).toEqual(['NPS']);
});

test('a file that tells the kind of each row stays one answer a row', () => {
  const { mapping } = recogniseText('id,answered at,kind,score,NPS\n1,2026-09-01,csat,4,9\n2,2026-09-02,nps,9,9\n');
  expect(mapping.columns.filter(({ to }) => to === 'score')).toHaveLength(1);
});

test('a question for how much effort it was is better answered low, one for how easy it was high', () => {
  const directionOf = (question: string) => {
    const { mapping } = recogniseText(`Response ID,Submitted at,${question}\n1,2026-09-01,2\n2,2026-09-02,5\n`, 'survey_responses');
    return mapping.columns.find(({ to }) => to === 'score')?.scale?.direction;
  };
  const high = ['How easy was it?', 'CES', 'Customer effort score'];
  const low = ['How much effort did you put in?', 'Wie groß war Ihr Aufwand?', 'Сколько усилий потребовалось?', '您觉得有多费力'];
  expect(high.map(directionOf)).toEqual(high.map(() => 'up'));
  expect(low.map(directionOf)).toEqual(low.map(() => 'down'));
});

test('what is written with each question is taken, also under the same name', () => {
  const { mapping } = recogniseText(
    'Response ID,Submitted at,NPS,Comment,CSAT,Comment\n1,2026-09-01,9,kind,4,quick\n2,2026-09-02,3,slow,2,no answer\n',
  );
  expect(mapping.columns.filter(({ to }) => to === 'comment').map(({ from }) => from)).toEqual(['Comment', 'Comment (2)']);
});

test('rows with a cell too many, which cannot be used, tell nothing of the columns', () => {
  const even = Array.from({ length: 30 }, (_, index) => `${index},2026-09-0${(index % 9) + 1},kind,${7 - (index % 7)}`);
  const torn = Array.from({ length: 12 }, (_, index) => `t${index},2026-09-10,great help, thank you,${5 - (index % 5)}`);
  const { mapping, notes } = recogniseText(`Response ID,Submitted at,Why?,How easy was it?\n${[...even, ...torn].join('\n')}\n`);
  expect(mapping.columns.find(({ to }) => to === 'score')?.scale).toMatchObject({ min: 1, max: 7 });
  expect(notes.map(({ key }) => key)).not.toContain('mixed_scales_by');
});
