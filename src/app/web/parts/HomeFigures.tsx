import { formatCount } from '../../../catalog/charts/format-number.ts';
import { valueWriter } from '../../../catalog/charts/format-value.ts';
import { sampleSize } from '../../../catalog/charts/sample-size.ts';
import type { Output } from '../../../core/model/endpoints/index.ts';
import type { Unit } from '../../../core/model/metric.ts';
import { useReader } from './language.ts';
import { readFigure } from './metric-figure.ts';

type HomeFigure = Output<'home'>['figures'][number];

/** The day in one line: its figures, each with what is usual for such a day and its goal. */
export function HomeFigures({ figures }: { readonly figures: readonly HomeFigure[] }) {
  return (
    <ul className="day-figures">
      {figures.map((figure) => (
        <DayFigure key={figure.metric} figure={figure} />
      ))}
    </ul>
  );
}

function DayFigure({ figure }: { readonly figure: HomeFigure }) {
  const { say, locale, names } = useReader();
  const { label, metric, estimate, usual, goal, beyondNoise, settled } = figure;
  const unit = figure.unit as Unit;
  const { name, statistic } = readFigure(metric, names);
  const size = sampleSize({ unit, statistic }, estimate, names.metrics[name]?.smallN ?? undefined);
  const write = valueWriter([estimate.value, usual.value, goal], unit, locale);
  const beside = [
    ...(unit === 'percent' || unit === 'points' ? [say('home.of', { n: formatCount(estimate.n, locale) })] : []),
    ...(goal === null ? [] : [say('home.goal', { value: write(goal) })]),
    ...(settled || estimate.n === 0 ? [] : [say('home.unsettled')]),
    ...(usual.value === null || !settled ? [] : [say('home.usual', { value: write(usual.value) })]),
  ];
  return (
    <li data-verdict={verdictOf(figure)}>
      <div className="quiet">{label[locale] ?? metric}</div>
      <div className="day-value" data-few={size === 'few' || size === 'too few'}>
        {write(estimate.value)}
      </div>
      <div>
        <div className="quiet">{beside.join(' · ')}</div>
        {beyondNoise && <div className="day-beyond">{say('home.beyond')}</div>}
      </div>
    </li>
  );
}

/** Coloured only beyond noise, and only where one direction is better. */
function verdictOf({ beyondNoise, better, estimate, usual }: HomeFigure): 'better' | 'worse' | 'none' {
  if (!beyondNoise || better === 'neither' || estimate.value === null || usual.value === null) return 'none';
  return estimate.value > usual.value === (better === 'up') ? 'better' : 'worse';
}
