import { ActionIcon, Autocomplete, Button, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { TicketLinkTemplate } from '../../../core/model/settings/ticket-links-setting.ts';
import { call } from './call.ts';
import { useReader } from './language.ts';
import type { SettingFieldsProps } from './SettingForm.tsx';

/** The system that tickets of each source are read in, and their address there. */
export function SettingsTicketLinks({ value, onChange }: SettingFieldsProps<'ticket-links'>) {
  const { say } = useReader();
  const { templates } = value;
  const { data } = useQuery({ queryKey: ['sources'], queryFn: ({ signal }) => call('sources', {}, signal) });
  const free = (data ?? []).map(({ source }) => source).filter((source) => !templates.some((one) => one.source === source));
  const put = (next: TicketLinkTemplate[]) => onChange({ templates: next });
  return (
    <div className="stack" style={{ gap: 12 }}>
      {templates.length === 0 && <p className="quiet">{say('links.none')}</p>}
      {templates.map((template, index) => (
        <TemplateFields
          // biome-ignore lint/suspicious/noArrayIndexKey: its source is typed here, and a key that changes loses the cursor
          key={index}
          template={template}
          sources={free}
          onChange={(next) => put(templates.toSpliced(index, 1, next))}
          onRemove={() => put(templates.toSpliced(index, 1))}
        />
      ))}
      <div>
        <Button variant="default" onClick={() => put([...templates, { source: free[0] ?? '', name: '', url: 'https://' }])}>
          {say('links.add')}
        </Button>
      </div>
    </div>
  );
}

interface TemplateFieldsProps {
  readonly template: TicketLinkTemplate;
  readonly sources: readonly string[];
  readonly onChange: (template: TicketLinkTemplate) => void;
  readonly onRemove: () => void;
}

function TemplateFields({ template, sources, onChange, onRemove }: TemplateFieldsProps) {
  const { say } = useReader();
  return (
    <div className="link-template">
      <Autocomplete
        size="xs"
        label={say('links.source')}
        maxLength={200}
        data={[...sources]}
        value={template.source}
        onChange={(source) => onChange({ ...template, source })}
      />
      <TextInput
        size="xs"
        label={say('links.name')}
        placeholder="Zendesk"
        maxLength={60}
        value={template.name}
        onChange={(event) => onChange({ ...template, name: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        type="url"
        label={say('links.url')}
        placeholder="https://example.com/tickets/{id}"
        maxLength={2000}
        value={template.url}
        onChange={(event) => onChange({ ...template, url: event.currentTarget.value.trim() })}
      />
      <ActionIcon aria-label={say('settings.remove', { name: template.source })} onClick={onRemove}>
        <IconTrash size={16} />
      </ActionIcon>
    </div>
  );
}
