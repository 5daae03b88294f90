import { type SettingName, settingNames } from '../../../core/model/settings/index.ts';
import type { OpenWorkspace } from '../open-workspace.ts';
import type { SettingPlace } from './setting-kind.ts';
import { kindOf } from './setting-kinds.ts';
import type { SettingVersion, SettingVersions } from './settings-keeper.ts';

/** Every setting as it stands: documents, and what the facts know better. */
export async function readSettings(workspace: OpenWorkspace): Promise<SettingVersions> {
  const place = await settingPlace(workspace);
  const found = await Promise.all(settingNames.map(async (name) => [name, await readSettingAt(workspace, name, place)] as const));
  return Object.fromEntries(found) as SettingVersions;
}

/** One setting as it stands. */
export async function readSetting<N extends SettingName>(workspace: OpenWorkspace, name: N): Promise<SettingVersion<N>> {
  return readSettingAt(workspace, name, await settingPlace(workspace));
}

/** Where settings are looked at now. */
export async function settingPlace(workspace: OpenWorkspace): Promise<SettingPlace> {
  const [{ nowMs }, calendar] = await Promise.all([workspace.calendar(), workspace.settings.read('calendar')]);
  return { store: workspace.store, database: workspace.database, ask: workspace.ask, nowMs, calendar };
}

async function readSettingAt<N extends SettingName>(workspace: OpenWorkspace, name: N, place: SettingPlace): Promise<SettingVersion<N>> {
  const document = (await workspace.settings.all())[name];
  const stands = await kindOf(name).read?.(place);
  return stands === undefined ? document : { ...document, value: stands };
}
