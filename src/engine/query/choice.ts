import type { Choice } from '../../core/model/metric.ts';
import { bind, type Sql } from '../../core/sql/sql.ts';
import type { MetricCall } from './metric-call.ts';

const msPerUnit = { days: 86_400_000, hours: 3_600_000, seconds: 1_000, percent: 1 } as const;

/** The choices of a call as the declarations of metrics read them. */
export function choiceOf(call: MetricCall, nowMs: number): Choice {
  const { options, parameters } = call.resolved;
  return {
    options,
    parameters,
    now: bind('Int64', nowMs),
    bound: (name) => {
      const declared = call.metric.parameters?.[name];
      if (!declared) throw new TypeError(`${call.metric.name} declares no parameter ${name}`);
      return bind('Int64', (parameters[name] ?? declared.default) * msPerUnit[declared.unit]);
    },
  };
}

/** A declared condition under a choice. */
export function conditional(value: Sql | ((choice: Choice) => Sql), choice: Choice): Sql {
  return typeof value === 'function' ? value(choice) : value;
}
