import { ActionIcon, Menu } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { languageNames } from '../../../catalog/locales/index.ts';
import { locales } from '../../../core/model/locale.ts';
import { chooseLanguage, useReader } from './language.ts';

/** Chooses the language of the page. */
export function LanguageMenu() {
  const { say, locale } = useReader();
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={say('language.label')}>
          <IconLanguage size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {locales.map((each) => (
          <Menu.Item key={each} lang={each} fw={each === locale ? 600 : 400} onClick={() => void chooseLanguage(each)}>
            {languageNames[each]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
