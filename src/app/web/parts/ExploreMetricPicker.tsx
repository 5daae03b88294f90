import { Button, Combobox, useCombobox } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { datasets } from '../../../catalog/datasets/index.ts';
import { useReader } from './language.ts';

export interface ExploreMetricPickerProps {
  readonly disabled: boolean;
  readonly onPick: (metric: string) => void;
}

/** Finds a metric by its name or its definition, among those of its dataset. */
export function ExploreMetricPicker({ disabled, onPick }: ExploreMetricPickerProps) {
  const { say } = useReader();
  const [typed, setTyped] = useState('');
  const combobox = useCombobox({ onDropdownClose: () => setTyped(''), onDropdownOpen: () => combobox.focusSearchInput() });
  const groups = useGroups(typed);
  return (
    <Combobox
      store={combobox}
      width={420}
      position="bottom-start"
      onOptionSubmit={(metric) => {
        combobox.closeDropdown();
        onPick(metric);
      }}
    >
      <Combobox.Target withAriaAttributes={false}>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} />}
          disabled={disabled}
          onClick={() => combobox.toggleDropdown()}
          aria-haspopup="listbox"
          aria-expanded={combobox.dropdownOpened}
        >
          {say('explore.add')}
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.selectFirstOption();
          }}
          placeholder={say('explore.search')}
          aria-label={say('explore.search')}
        />
        <Combobox.Options className="metric-options" aria-label={say('explore.figures')}>
          {groups.map(({ title, found }) => (
            <Combobox.Group key={title} label={title}>
              {found.map(([name, { label, definition }]) => (
                <Combobox.Option key={name} value={name}>
                  <div>{label}</div>
                  <div className="quiet metric-option-text">{definition}</div>
                </Combobox.Option>
              ))}
            </Combobox.Group>
          ))}
          {groups.length === 0 && <Combobox.Empty>{say('explore.noMatch')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** Metrics by dataset, of those that match what was typed; the ones over several datasets stand under all of their names. */
function useGroups(typed: string) {
  const { names, locale } = useReader();
  const wanted = typed.trim().toLocaleLowerCase(locale);
  const found = Object.entries(names.metrics).filter(([name, { label, definition }]) =>
    `${name} ${label} ${definition}`.toLocaleLowerCase(locale).includes(wanted),
  );
  const titleOf = (all: readonly string[]) =>
    all.map((dataset) => datasets.find(({ name }) => name === dataset)?.text[locale] ?? dataset).join(' + ');
  const titles = [...new Set(found.map(([, metric]) => titleOf(metric.datasets)))];
  return titles.map((title) => ({ title, found: found.filter(([, metric]) => titleOf(metric.datasets) === title) }));
}
