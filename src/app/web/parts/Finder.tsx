import { Modal, TextInput, useMantineColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useState } from 'react';
import { dashboards } from '../../../catalog/dashboards/index.ts';
import { languageNames } from '../../../catalog/locales/index.ts';
import { navigation } from '../../../catalog/navigation.ts';
import { locales } from '../../../core/model/locale.ts';
import { findPlaces, type Place } from './find-places.ts';
import { chooseLanguage, useReader } from './language.ts';
import { useFocusReturn } from './use-focus-return.ts';

const most = 12;

/** What can be done from anywhere: language and theme. The path is a name of its own that no page has. */
function useActions(): readonly (Place & { readonly run: () => void })[] {
  const { say } = useReader();
  const { setColorScheme } = useMantineColorScheme();
  return [
    ...locales.map((each) => ({
      kind: 'actions' as const,
      name: say('find.language', { name: languageNames[each] }),
      path: `language ${each}`,
      run: () => void chooseLanguage(each),
    })),
    ...(['light', 'dark', 'auto'] as const).map((each) => ({
      kind: 'actions' as const,
      name: say('find.theme', { name: say(`theme.${each}`) }),
      path: `theme ${each}`,
      run: () => setColorScheme(each),
    })),
  ];
}

/** Finds pages, boards, metrics and actions by what they are called, by keyboard alone. */
export function Finder({ onClose }: { readonly onClose: () => void }) {
  useFocusReturn();
  const { say, locale, names } = useReader();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const actions = useActions();
  const places: readonly Place[] = [
    ...navigation.flatMap(({ pages }) => pages.map(({ path, text }) => ({ kind: 'pages' as const, name: text[locale], path }))),
    ...dashboards.map(({ name, title }) => ({ kind: 'boards' as const, name: title[locale], path: `/boards/${name}` })),
    ...Object.entries(names.metrics).map(([name, { label }]) => ({ kind: 'metrics' as const, name: label, path: `/metrics/${name}` })),
    ...actions,
  ];
  const found = findPlaces(places, typed, locale).slice(0, most);
  const go = (place: Place | undefined) => {
    if (place === undefined) return;
    onClose();
    const action = actions.find(({ path }) => path === place.path);
    if (action === undefined) void navigate({ to: place.path });
    else action.run();
  };
  const press = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (event.key === 'Enter') go(found[at]);
    if (step === undefined) return;
    event.preventDefault();
    setAt((at + step + found.length) % Math.max(1, found.length));
  };
  return (
    <Modal opened onClose={onClose} title={say('find.open')} closeButtonProps={{ 'aria-label': say('action.close') }}>
      <TextInput
        role="combobox"
        aria-label={say('find.label')}
        aria-controls="found"
        aria-expanded
        aria-activedescendant={found[at] === undefined ? undefined : `found-${at}`}
        placeholder={say('find.label')}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={press}
        data-autofocus
      />
      <div id="found" role="listbox" aria-label={say('find.label')} className="found">
        {found.map((place, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus, as a combobox does
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input takes the keys
          <div
            key={`${place.kind} ${place.path}`}
            id={`found-${index}`}
            role="option"
            aria-selected={index === at}
            onClick={() => go(place)}
          >
            <span>{place.name}</span>
            <span className="quiet">{say(`find.${place.kind}`)}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="quiet">{say('find.none')}</p>}
    </Modal>
  );
}
