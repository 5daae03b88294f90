import { formatValue } from '../../src/catalog/charts/format-value.ts';
import { choiceTitles, choiceValues, timeTexts } from '../../src/catalog/locales/choice-texts.ts';
import { nameColumn } from '../../src/catalog/locales/columns.ts';
import { benchmarks } from '../../src/catalog/metrics/benchmarks.ts';
import { metrics } from '../../src/catalog/metrics/index.ts';
import { topicOf } from '../../src/catalog/metrics/topic.ts';
import { formulaWords, parseFormula } from '../../src/core/model/formula.ts';
import { type Example, type Metric, topics } from '../../src/core/model/metric.ts';
import { readMetricSpelling } from '../../src/core/model/metric-spelling.ts';
import { underVariant, variantsOf } from '../../src/core/model/metric-variant.ts';
import { referenceIn } from '../../src/core/model/reference.ts';
import { describeMetrics } from '../../src/engine/workspace/describe-metrics.ts';

const mostRows = 10;
const notice = '<!-- Made from the catalog by `npm run docs`. Change the metric, not this page. -->';

/** The pages of `docs/metrics`: file name → text. One for each metric, and README.md that leads to them. */
export function metricDocuments(): Readonly<Record<string, string>> {
  const described = describeMetrics('earshot', { zone: 'UTC', weekStart: 1, nowMs: 0, dataFromMs: 0, dataUntilMs: 0 }, 'en');
  const pages = metrics.map((metric) => {
    const sql = described.find(({ name }) => name === metric.name)?.sql ?? '';
    return [`${metric.name}.md`, metricPage(metric, sql)] as const;
  });
  return Object.fromEntries([['README.md', indexPage()], ...pages]);
}

function indexPage(): string {
  const chapters = topics.map((topic) => {
    const lines = metrics
      .filter((metric) => topicOf(metric) === topic)
      .map(({ name, text }) => `- [${text.en.label}](${name}.md): ${text.en.definition}`);
    return `## ${titleOf(topic)}\n\n${lines.join('\n')}`;
  });
  return `${notice}\n\n# Metrics\n\nEvery figure of Earshot and how it is counted. The product shows the same in four languages.\n\n${chapters.join('\n\n')}\n`;
}

function titleOf(topic: string): string {
  return topic === 'sla' ? 'SLA' : topic.charAt(0).toUpperCase() + topic.slice(1);
}

function metricPage(metric: Metric, sql: string): string {
  const { label, definition, edgeCases } = metric.text.en;
  const parts = [
    notice,
    `# ${label}`,
    `\`${metric.name}\` · ${definition}`,
    ...formulaPart(metric),
    factsPart(metric),
    ...choicesPart(metric),
    `## Edge cases\n\n${edgeCases}`,
    ...examplesPart(metric),
    `## Reference\n\n${referenceIn(metric.reference, 'en')}`,
    `## SQL\n\nThe usual definition over all time.\n\n\`\`\`sql\n${sql}\n\`\`\``,
  ];
  return `${parts.join('\n\n')}\n`;
}

function formulaPart(metric: Metric): string[] {
  if (metric.kind === 'distribution') return [`Shown as ${metric.statistics.join(', ')}; quantiles are exact (R type 7).`];
  const words = formulaWords(metric.value, (input) => inputName(metric, input));
  return [`## Formula\n\n${words}\n\n\`${formulaWords(metric.value, (input) => input)}\``];
}

function inputName(metric: Metric, input: string): string {
  const part = metric.kind === 'composed' ? metric.of[input] : undefined;
  return metric.text.en.inputs?.[input] ?? metrics.find(({ name }) => name === part)?.text.en.label ?? input;
}

function factsPart(metric: Metric): string {
  const rows =
    metric.kind === 'composed' ? [] : [`Counted over: ${metric.dataset.text.en}, by the time ${timeTexts[metric.time]?.en ?? metric.time}`];
  const n =
    metric.kind === 'distribution' ? 'rows that have a value' : formulaWords(parseFormula(metric.n), (input) => inputName(metric, input));
  const interval = metric.kind === 'distribution' ? 'of the median' : metric.interval === undefined ? 'none' : 'yes';
  const facts = [
    ...rows,
    `n: ${n}${metric.smallN === undefined ? '' : `; below ${metric.smallN} it is grey`}`,
    `95 % interval: ${interval}`,
    `Better: ${metric.better === 'neither' ? 'neither more nor less' : metric.better === 'up' ? 'more' : 'less'}`,
    ...(metric.counterweight === undefined ? [] : [`Read beside it: [${metric.counterweight}](${metric.counterweight}.md)`]),
    ...benchmarks
      .filter((benchmark) => benchmark.metric === metric.name)
      .map(({ article, text }) => `Article benchmark (${article}), context and no target: ${text.en}`),
  ];
  return `## Basis\n\n${facts.map((fact) => `- ${fact}`).join('\n')}`;
}

function choicesPart(metric: Metric): string[] {
  const [, ...variants] = variantsOf(metric);
  const valueName = (value: string) => `\`${value}\` (${choiceValues[value]?.en ?? value})`;
  const lines = [
    ...Object.entries(metric.options ?? {}).map(
      ([name, values]) => `\`${name}\` ${choiceTitles[name]?.en ?? name}: ${values.map(valueName).join(', ')}; the first is the default`,
    ),
    ...Object.entries(metric.parameters ?? {}).map(
      ([name, { min, max, unit, default: usual }]) =>
        `\`${name}\` ${choiceTitles[name]?.en ?? name}: ${min} to ${max} ${unit}, default ${usual}`,
    ),
    ...(variants.length > 0 ? [`\`variant\`: \`industry\` (default), ${variants.map(valueName).join(', ')}`] : []),
  ];
  return lines.length === 0 ? [] : [`## Choices\n\n${lines.map((line) => `- ${line}`).join('\n')}`];
}

function examplesPart(metric: Metric): string[] {
  if (metric.examples.length === 0) return [];
  return [`## Worked examples\n\n${metric.examples.map((example) => exampleText(metric, example)).join('\n\n')}`];
}

function exampleText(metric: Metric, example: Example): string {
  const { choices } = readMetricSpelling(example.ask ?? metric.name);
  const value = formatValue(example.value, underVariant(metric, choices.variant ?? '').unit, 'en', true);
  const n = example.n === undefined ? '' : `, n ${example.n}`;
  const asked = example.ask === undefined ? '' : ` (\`${example.ask}\`)`;
  return [`**${example.name}**${asked}`, ...rowsTable(example), `Value: ${value}${n}`].join('\n\n');
}

function rowsTable({ rows }: Example): string[] {
  const columns = [...new Set(rows.flatMap(Object.keys))];
  if (columns.length === 0) return [];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const shown = rows.slice(0, mostRows).map((row) => line(columns.map((column) => cellText(row[column]))));
  const more = rows.length > mostRows ? [line(columns.map((_, index) => (index === 0 ? `… ${rows.length} rows` : '')))] : [];
  return [[line(columns.map((column) => nameColumn(column, 'en'))), line(columns.map(() => '---')), ...shown, ...more].join('\n')];
}

function cellText(value: unknown): string {
  if (value === null) return '–';
  if (value === undefined) return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.replaceAll('|', '\\|');
}
