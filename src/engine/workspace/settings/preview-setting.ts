import type { Output } from '../../../core/model/endpoints/index.ts';
import type { SettingName } from '../../../core/model/settings/index.ts';
import { sql } from '../../../core/sql/sql.ts';
import type { OpenWorkspace } from '../open-workspace.ts';
import { prepareChange } from './change-setting.ts';
import { previewFigures } from './preview-figures.ts';
import type { Since } from './setting-kind.ts';
import { kindOf } from './setting-kinds.ts';

/** What a change would do, before it is made. @throws UserError as the change itself would */
export async function previewSetting<N extends SettingName>(
  workspace: OpenWorkspace,
  name: N,
  value: unknown,
  since: Since,
): Promise<Output<'previewSetting'>> {
  const change = await prepareChange(workspace, name, value, since);
  const touched = (await kindOf(name).touched?.(change)) ?? null;
  const [counted] = touched === null ? [] : await workspace.ask(sql`SELECT uniqExact(ticket_id) AS tickets FROM (${touched})`);
  return {
    rederives: touched !== null,
    tickets: counted === undefined ? null : Number(counted.tickets),
    ...(await previewFigures(workspace, name, change)),
  };
}
