import type { Setting, SettingName } from '../../../core/model/settings/index.ts';
import { settings } from '../../../core/model/settings/index.ts';
import { schemaFault } from '../../../core/model/settings/schema-fault.ts';
import { settingFault } from '../../../core/model/settings/setting-fault.ts';
import type { OpenWorkspace } from '../open-workspace.ts';
import { readSetting, settingPlace } from './read-settings.ts';
import type { SettingChange, Since } from './setting-kind.ts';
import { kindOf } from './setting-kinds.ts';
import type { SettingVersion } from './settings-keeper.ts';

/**
 * Changes a setting: what it means for the facts is written first, then the document; tickets that it touches are derived anew in the background.
 * @throws UserError in one sentence when it makes no sense, or when another version has taken the place of the one that it was `madeFrom`
 */
export async function changeSetting<N extends SettingName>(
  workspace: OpenWorkspace,
  name: N,
  value: unknown,
  since: Since = 'now',
  madeFrom?: number,
): Promise<SettingVersion<N>> {
  return workspace.changeInTurn(async () => {
    await refuseOvertaken(workspace, name, madeFrom);
    const change = await prepareChange(workspace, name, value, since);
    const kind = kindOf(name);
    const touched = isSame(change) ? null : ((await kind.touched?.(change)) ?? null);
    if (touched !== null) await workspace.owed.note();
    if (!isSame(change)) await kind.apply?.(change);
    const version = await workspace.settings.change(name, change.after);
    workspace.written.send({ entities: ['settings', ...(name === 'schedules' || name === 'calendar' ? ['schedules'] : [])] });
    if (touched !== null) workspace.owed.derive(touched);
    return version;
  });
}

/** A change that makes sense, on the way. @throws UserError when it does not */
export async function prepareChange<N extends SettingName>(
  workspace: OpenWorkspace,
  name: N,
  value: unknown,
  since: Since,
): Promise<SettingChange<N>> {
  const parsed = settings[name].safeParse(value);
  if (!parsed.success) throw schemaFault(parsed.error, settings[name], value);
  const kind = kindOf(name);
  const [place, { value: before }] = await Promise.all([settingPlace(workspace), readSetting(workspace, name)]);
  const given = parsed.data as Setting<N>;
  const after = (await kind.check?.(given, place, before)) ?? given;
  return { ...place, before, after, since, rowVersion: workspace.clock() };
}

async function refuseOvertaken(workspace: OpenWorkspace, name: SettingName, madeFrom: number | undefined): Promise<void> {
  if (madeFrom === undefined) return;
  const { version } = (await workspace.settings.all())[name];
  if (version === madeFrom) return;
  throw settingFault(
    'overtaken',
    {},
    `"${name}" is at version ${version} now, and the change was made from version ${madeFrom}; read it again.`,
    'setting_overtaken',
    409,
  );
}

function isSame({ before, after, since }: SettingChange<SettingName>): boolean {
  return since === 'now' && JSON.stringify(before) === JSON.stringify(after);
}
