import { ActionIcon, Button, NumberInput, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { namePair } from '../../../catalog/locales/name-pair.ts';
import { nameOption } from '../../../catalog/locales/names.ts';
import type { PolicySetting as Policy } from '../../../core/model/settings/sla-policies-setting.ts';
import { useReader } from './language.ts';
import { useValueName } from './use-value-name.ts';

type Target = Policy['targets'][number];

export interface PolicyTargetsProps {
  readonly targets: readonly Target[];
  readonly onChange: (targets: Target[]) => void;
}

const metrics = ['first_response', 'next_response', 'resolution', 'requester_wait', 'agent_work'] as const;
const priorities = ['', 'urgent', 'high', 'normal', 'low'] as const;
const clocks = ['business', 'calendar'] as const;
const unitsMs = { seconds: 1000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;
type Unit = keyof typeof unitsMs;
const units = Object.keys(unitsMs) as readonly Unit[];

/** The targets of a policy, one row a metric and priority. */
export function PolicyTargets({ targets, onChange }: PolicyTargetsProps) {
  const { say } = useReader();
  const add = () => {
    const free = metrics.find((metric) => !targets.some((target) => target.metric === metric)) ?? 'resolution';
    onChange([...targets, { metric: free, priority: '', targetMs: unitsMs.hours, clock: 'business' }]);
  };
  return (
    <div className="stack" style={{ gap: 4 }}>
      {targets.map((target, index) => (
        <TargetRow
          key={`${target.metric} ${target.priority}`}
          target={target}
          onChange={(next) => onChange(targets.toSpliced(index, 1, ...(next === null ? [] : [next])))}
        />
      ))}
      <div>
        <Button variant="subtle" color="gray" className="flush" onClick={add}>
          {say('policy.addTarget')}
        </Button>
      </div>
    </div>
  );
}

function TargetRow({ target, onChange }: { readonly target: Target; readonly onChange: (target: Target | null) => void }) {
  const reader = useReader();
  const { say } = reader;
  const nameOf = useValueName();
  const nameOfPriority = (priority: string) => (priority === '' ? say('policy.anyPriority') : nameOf('priority', priority));
  const unit = unitOf(target.targetMs);
  const named = namePair(nameOption(target.metric, reader), nameOfPriority(target.priority), reader.locale);
  const shared = { size: 'xs', allowDeselect: false } as const;
  return (
    <fieldset className="target" aria-label={named}>
      <Select
        {...shared}
        aria-label={say('policy.target')}
        data={metrics.map((metric) => ({ value: metric, label: nameOption(metric, reader) }))}
        value={target.metric}
        onChange={(chosen) => onChange({ ...target, metric: metrics.find((metric) => metric === chosen) ?? target.metric })}
      />
      <Select
        {...shared}
        aria-label={say('policy.priority')}
        data={priorities.map((priority) => ({ value: priority, label: nameOfPriority(priority) }))}
        value={target.priority}
        onChange={(chosen) => onChange({ ...target, priority: priorities.find((priority) => priority === chosen) ?? '' })}
      />
      <NumberInput
        size="xs"
        aria-label={say('policy.within')}
        value={target.targetMs / unitsMs[unit]}
        onChange={(typed) => typeof typed === 'number' && onChange({ ...target, targetMs: Math.round(typed * unitsMs[unit]) })}
      />
      <Select
        {...shared}
        aria-label={say('policy.unit')}
        data={units.map((each) => ({ value: each, label: say(`unit.${each}`) }))}
        value={unit}
        onChange={(chosen) => {
          const next = units.find((each) => each === chosen) ?? unit;
          onChange({ ...target, targetMs: (target.targetMs / unitsMs[unit]) * unitsMs[next] });
        }}
      />
      <Select
        {...shared}
        aria-label={say('policy.clock')}
        data={clocks.map((clock) => ({ value: clock, label: nameOption(clock, reader) }))}
        value={target.clock}
        onChange={(chosen) => onChange({ ...target, clock: clocks.find((clock) => clock === chosen) ?? target.clock })}
      />
      <ActionIcon aria-label={say('settings.remove', { name: named })} onClick={() => onChange(null)}>
        <IconX size={16} />
      </ActionIcon>
    </fieldset>
  );
}

/** The largest unit that tells the target in a whole number. */
function unitOf(targetMs: number): Unit {
  const whole = units.toReversed().find((unit) => unit !== 'days' && targetMs !== 0 && targetMs % unitsMs[unit] === 0);
  return whole ?? 'seconds';
}
