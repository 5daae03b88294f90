import { formatDriverShare } from '../../catalog/analyses/driver-share.ts';
import { changeDaySentence, eventSentence, explanationSentence, keywordSentence } from '../../catalog/analyses/finding-sentence.ts';
import { valueWriter } from '../../catalog/charts/format-value.ts';
import { type NamingReader, nameDimension, nameValue } from '../../catalog/locales/names.ts';
import type { Output } from '../../core/model/endpoints/index.ts';
import type { Driver, Explanation } from '../../core/model/finding.ts';
import type { Unit } from '../../core/model/metric.ts';
import type { Command } from './command.ts';
import { englishEventNames, englishReader } from './english-reader.ts';
import { readFilter } from './query-options.ts';
import { textTable } from './text-table.ts';
import { UsageError } from './usage-error.ts';

export const explainCommand: Command = {
  name: 'explain',
  doc: 'Says why a metric differs between two stretches of days',
  usage: 'explain METRIC --from DAY --until DAY [--before-from DAY --before-until DAY] [--filter FILTER]',
  readsFacts: true,
  positionals: [1, 1],
  formats: ['table', 'json'],
  options: {
    from: { type: 'string', doc: 'first local day', value: 'DAY' },
    until: { type: 'string', doc: 'last local day', value: 'DAY' },
    'before-from': { type: 'string', doc: 'first day to compare with; the stretch before when not given', value: 'DAY' },
    'before-until': { type: 'string', doc: 'last day to compare with', value: 'DAY' },
    filter: { type: 'string', doc: "'channel any of email,chat'", value: 'FILTER', multiple: true },
  },
  run: async ({ arguments: given, format, connect, print }) => {
    const period = rangeOf(given.text('from'), given.text('until'), '--from', '--until');
    if (!period) throw new UsageError('--from and --until are needed: the days that are to be explained.');
    const comparisonPeriod = rangeOf(given.text('before-from'), given.text('before-until'), '--before-from', '--before-until');
    const connection = await connect();
    const explanation = await connection.call('explain', {
      metric: given.positionals[0] ?? '',
      period,
      filters: given.texts('filter').map(readFilter),
      ...(comparisonPeriod ? { comparisonPeriod } : {}),
    });
    if (format === 'json') print(JSON.stringify(explanation, null, 2));
    else print(explanationText(explanation, await englishReader(connection), await englishEventNames(connection)));
    return 0;
  },
};

function rangeOf(
  from: string | undefined,
  until: string | undefined,
  fromName: string,
  untilName: string,
): { from: string; until: string } | null {
  if (from === undefined && until === undefined) return null;
  if (from === undefined || until === undefined) throw new UsageError(`${fromName} and ${untilName} go together; give both.`);
  return { from, until };
}

function explanationText(explanation: Output<'explain'>, reader: NamingReader, eventName: (name: string) => string): string {
  const label = reader.names.metrics[explanation.metric.replace(/(_(median|p90|mean))?(\(.*)?$/, '')]?.label ?? explanation.metric;
  const lines = [
    explanationSentence(explanation, label, reader, explanation.names),
    ...(explanation.beyondNoise ? [] : ['The difference is within noise.']),
    changeDaySentence(explanation, 'en'),
    keywordSentence(explanation, 'en'),
    eventSentence({ events: explanation.events.map(eventName) }, 'en'),
  ];
  const columns = [
    { title: '' },
    { title: 'where' },
    { title: 'share', right: true },
    { title: 'before', right: true },
    { title: 'after', right: true },
  ];
  const rows = [
    ...explanation.drivers.map((driver) => driverCells('driver', driver, explanation, reader)),
    ...explanation.others.map((driver) => driverCells('also', driver, explanation, reader)),
  ];
  return [...lines.flatMap((line) => (line === null ? [] : [line])), ...(rows.length === 0 ? [] : ['', textTable(columns, rows)])].join(
    '\n',
  );
}

function driverCells(kind: string, driver: Driver, { unit, names }: Explanation, reader: NamingReader): string[] {
  const { segment, before, after } = driver;
  const values = segment.values.map((value) => nameValue(segment.dimension, value, reader, names)).join(', ');
  const say = valueWriter([before.value, after.value], unit as Unit, 'en');
  return [
    kind,
    `${nameDimension(segment.dimension, reader)}: ${values}`,
    formatDriverShare(driver, 'en'),
    say(before.value),
    say(after.value),
  ];
}
