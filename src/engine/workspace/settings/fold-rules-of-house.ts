import type { FoldRules } from '../../../core/tickets/fold-rules.ts';
import type { SettingsKeeper } from './settings-keeper.ts';

/** What the house has decided that tickets are folded by. */
export async function foldRules(settings: SettingsKeeper): Promise<FoldRules> {
  const all = await settings.all();
  return { senders: all['automatic-senders'].value, courtesy: all.courtesy.value, complaint: all['complaint-rule'].value };
}
