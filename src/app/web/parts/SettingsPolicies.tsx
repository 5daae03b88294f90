import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { nameBuiltIn } from '../../../catalog/locales/name-built-in.ts';
import type { PolicySetting as Policy } from '../../../core/model/settings/sla-policies-setting.ts';
import { useReader } from './language.ts';
import { PolicyTargets } from './PolicyTargets.tsx';
import type { SettingFieldsProps } from './SettingForm.tsx';
import { ValuesInput } from './ValuesInput.tsx';

/** Policies in their order; the first that fits a ticket holds. */
export function SettingsPolicies({ value, onChange }: SettingFieldsProps<'sla-policies'>) {
  const { say } = useReader();
  const { policies } = value;
  const put = (next: Policy[]) => onChange({ ...value, policies: next });
  const move = (index: number, by: number) => {
    const [moved] = policies.slice(index, index + 1);
    if (moved !== undefined) put(policies.toSpliced(index, 1).toSpliced(index + by, 0, moved));
  };
  const add = () =>
    put([
      ...policies,
      {
        id: `policy-${policies.length + 1}`,
        name: '',
        channels: [],
        teams: [],
        categories: [],
        targets: [{ metric: 'first_response', priority: '', targetMs: 14_400_000, clock: 'business' }],
      },
    ]);
  return (
    <div className="stack">
      {policies.length === 0 && <p className="quiet">{say('policy.none')}</p>}
      {policies.map((policy, index) => (
        <PolicyCard
          key={policy.id}
          policy={policy}
          isFirst={index === 0}
          isLast={index === policies.length - 1}
          onChange={(next) => put(policies.toSpliced(index, 1, next))}
          onMove={(by) => move(index, by)}
          onRemove={() => put(policies.toSpliced(index, 1))}
        />
      ))}
      <div>
        <Button variant="default" onClick={add}>
          {say('policy.add')}
        </Button>
      </div>
    </div>
  );
}

interface PolicyCardProps {
  readonly policy: Policy;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onChange: (policy: Policy) => void;
  readonly onMove: (by: number) => void;
  readonly onRemove: () => void;
}

function PolicyCard({ policy, isFirst, isLast, onChange, onMove, onRemove }: PolicyCardProps) {
  const { say, locale } = useReader();
  const name = nameBuiltIn(policy, locale);
  return (
    <fieldset className="card">
      <legend>{name === '' ? say('policy.add') : name}</legend>
      <div className="fields">
        <TextInput
          size="xs"
          label={say('settings.name')}
          maxLength={200}
          value={name}
          onChange={(event) => onChange({ ...policy, name: event.currentTarget.value })}
        />
        {(['channels', 'teams', 'categories'] as const).map((scope) => (
          <ValuesInput
            key={scope}
            label={say(`policy.${scope}`)}
            dimension={dimensionOf[scope]}
            values={policy[scope]}
            placeholder={say('settings.all')}
            onChange={(values) => onChange({ ...policy, [scope]: values })}
          />
        ))}
      </div>
      <PolicyTargets targets={policy.targets} onChange={(targets) => onChange({ ...policy, targets })} />
      <div className="row">
        <div className="spacer" />
        <ActionIcon disabled={isFirst} aria-label={say('settings.up', { name })} onClick={() => onMove(-1)}>
          <IconArrowUp size={16} />
        </ActionIcon>
        <ActionIcon disabled={isLast} aria-label={say('settings.down', { name })} onClick={() => onMove(1)}>
          <IconArrowDown size={16} />
        </ActionIcon>
        <ActionIcon aria-label={say('settings.remove', { name })} onClick={onRemove}>
          <IconTrash size={16} />
        </ActionIcon>
      </div>
    </fieldset>
  );
}

const dimensionOf = { channels: 'channel', teams: 'team', categories: 'category' } as const;
