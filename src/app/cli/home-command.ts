import {
  adviceSentences,
  consequenceSentence,
  eventSentence,
  findingSentence,
  keywordSentence,
  remarkSentences,
} from '../../catalog/analyses/finding-sentence.ts';
import { valueWriter } from '../../catalog/charts/format-value.ts';
import type { NamingReader } from '../../catalog/locales/names.ts';
import type { Output } from '../../core/model/endpoints/index.ts';
import type { Finding } from '../../core/model/finding.ts';
import type { Unit } from '../../core/model/metric.ts';
import type { Command } from './command.ts';
import { englishEventNames, englishReader } from './english-reader.ts';

export const homeCommand: Command = {
  name: 'home',
  doc: 'Says what a morning must know: figures of the last full day, what changed and why',
  usage: 'home [--day DAY]',
  readsFacts: true,
  positionals: [0, 0],
  formats: ['table', 'json'],
  options: { day: { type: 'string', doc: 'the morning after this local day; the last full one when not given', value: 'DAY' } },
  run: async ({ arguments: given, format, connect, print }) => {
    const day = given.text('day');
    const connection = await connect();
    const home = await connection.call('home', { wait: 'yes', ...(day === undefined ? {} : { day }) });
    if (format === 'json') print(JSON.stringify(home, null, 2));
    else if ((await connection.call('workspace', {})).dataUntil === null)
      print('There are no data yet: "earshot import FILE" brings them.');
    else print(homeText(home, await englishReader(connection), await englishEventNames(connection)));
    return 0;
  },
};

/** The page as text: a line of figures, then a sentence a finding. */
function homeText(home: Output<'home'>, reader: NamingReader, eventName: (name: string) => string): string {
  const figures = home.figures.map(({ label, unit, estimate, usual, settled }) => {
    const say = valueWriter([estimate.value, usual.value], unit as Unit, 'en');
    return `${label.en ?? ''} ${say(estimate.value)} (${settled ? `usually ${say(usual.value)}` : reader.say('home.unsettled')})`;
  });
  const tell = (finding: Finding): string => findingText({ ...finding, events: finding.events.map(eventName) }, reader, home.names);
  const sections = [
    ...(home.findings.length === 0 ? ['Quiet. Nothing beyond the usual.'] : home.findings.map(tell)),
    ...(home.better.length === 0 ? [] : ['Better', ...home.better.map(tell)]),
    ...(home.open.length === 0 ? [] : ['Still open', ...home.open.map(tell)]),
  ];
  return [`${home.day}: ${figures.join('; ')}`, ...sections, `${home.looked.series} figures and segments looked at.`].join('\n\n');
}

function findingText(finding: Finding, reader: NamingReader, ids: Readonly<Record<string, string>>): string {
  const more = [
    consequenceSentence(finding, reader, ids),
    ...remarkSentences(finding, reader, ids),
    keywordSentence(finding, reader.locale),
    eventSentence(finding, reader.locale),
    ...adviceSentences(finding, reader.locale),
  ];
  return [findingSentence(finding, reader, ids), ...more.flatMap((line) => (line === null ? [] : [`  ${line}`]))].join('\n');
}
