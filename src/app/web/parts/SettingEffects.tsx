import { formatCount } from '../../../catalog/charts/format-number.ts';
import { valueWriter } from '../../../catalog/charts/format-value.ts';
import type { WordKey } from '../../../catalog/locales/words.ts';
import type { Unit } from '../../../core/model/metric.ts';
import { useReader } from './language.ts';
import { parseMetricName } from './parse-metric-name.ts';
import type { SettingEffect } from './use-setting-draft.ts';

/** What a change would do: tickets it touches, figures before and after. */
export function SettingEffects({ effect }: { readonly effect: SettingEffect }) {
  const { say } = useReader();
  const moved = effect.metrics.filter(({ before, after }) => before !== after);
  return (
    <div className="effects" role="status">
      <h3>{say('settings.effects')}</h3>
      {effect.tickets !== null && <p>{say('settings.touches', { count: effect.tickets })}</p>}
      {effect.rederives && <p>{say('settings.rederives')}</p>}
      {effect.notes.map(({ key, values }) => (
        <p key={key}>{say(key as WordKey, values)}</p>
      ))}
      {moved.length === 0 ? <p>{say('settings.noEffect')}</p> : <MovedFigures moved={moved} />}
    </div>
  );
}

function MovedFigures({ moved }: { readonly moved: SettingEffect['metrics'] }) {
  const { say, locale, names } = useReader();
  return (
    <div className="scroll">
      <table className="grid-table">
        <thead>
          <tr>
            <th scope="col">{say('settings.metric')}</th>
            {(['settings.before', 'settings.after', 'settings.count'] as const).map((key) => (
              <th key={key} scope="col" data-numeric="true">
                {say(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {moved.map(({ metric, before, after, n, units }) => {
            const named = names.metrics[parseMetricName(metric, names)];
            const unit = (named?.unit ?? 'ratio') as Unit;
            const [unitBefore, unitAfter] = [units?.before ?? unit, units?.after ?? unit];
            return (
              <tr key={metric}>
                <td title={metric}>{named?.label ?? metric}</td>
                <td data-numeric="true">{valueWriter([before, after], unitBefore, locale)(before)}</td>
                <td data-numeric="true">{valueWriter([before, after], unitAfter, locale)(after)}</td>
                <td data-numeric="true">{formatCount(n, locale)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
