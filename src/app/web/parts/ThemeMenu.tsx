import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import { IconBrightness } from '@tabler/icons-react';
import { useReader } from './language.ts';

/** Chooses light, dark, or what the system has. */
export function ThemeMenu() {
  const { say } = useReader();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={say('theme.label')}>
          <IconBrightness size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {(['light', 'dark', 'auto'] as const).map((each) => (
          <Menu.Item key={each} fw={each === colorScheme ? 600 : 400} onClick={() => setColorScheme(each)}>
            {say(`theme.${each}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
