import type { Choice, Conditional } from '../../core/model/metric.ts';
import { bind, type Sql } from '../../core/sql/sql.ts';
import type { MetricCall } from './metric-call.ts';
import type { Question } from './question.ts';

const msPerUnit = { days: 86_400_000, hours: 3_600_000, seconds: 1_000, percent: 1 } as const;

/** When and where a question is asked. */
export type Asked = Pick<Question, 'nowMs' | 'zone'>;

/** The choices of a call as the declarations of metrics read them; `standingMs` is the instant that open spans are looked at. */
export function choiceOf(call: MetricCall, asked: Asked, standingMs?: Sql): Choice {
  const { options, parameters } = call.resolved;
  const now = bind('Int64', asked.nowMs);
  return {
    options,
    parameters,
    now,
    at: standingMs ?? now,
    zone: bind('String', asked.zone),
    bound: (name) => {
      const declared = call.metric.parameters?.[name];
      if (!declared) throw new TypeError(`${call.metric.name} declares no parameter ${name}`);
      return bind('Int64', (parameters[name] ?? declared.default) * msPerUnit[declared.unit]);
    },
  };
}

/** A declared condition under a choice. */
export function conditional(value: Conditional, choice: Choice): Sql {
  return typeof value === 'function' ? value(choice) : value;
}
