import { type DemoProgress, demoImportId, loadDemo } from '../demo/load-demo.ts';
import { removeDemo } from '../demo/remove-demo.ts';
import type { OpenWorkspace } from './open-workspace.ts';
import { readImports } from './read-imports.ts';
import { changeSetting } from './settings/change-setting.ts';
import { defaultCalendar } from './settings/settings-keeper.ts';

/** The sample company counts its days where its head office is; with the sample gone the machine's zone counts again. */
const sampleZone = 'Europe/London';

export interface SampleOptions {
  readonly tickets: number;
  readonly seed: number;
  readonly onProgress?: (progress: DemoProgress) => void;
}

/**
 * Loads the sample company into a workspace that nothing was ever brought into, or ends a load that was cut short. Whoever removed the sample does not get it
 * again. True when it loaded.
 */
export async function ensureSample(workspace: OpenWorkspace, options: SampleOptions): Promise<boolean> {
  const importId = demoImportId(options.tickets, options.seed);
  const known = await readImports(workspace);
  const cutShort = known.find((state) => state.sample && state.state === 'running');
  if (!cutShort && (known.length > 0 || (await workspace.range()).tickets > 0)) return false;
  if (cutShort && cutShort.id !== importId) await removeSample(workspace);
  const calendar = await workspace.settings.read('calendar');
  if (calendar.zone === defaultCalendar().zone) await changeSetting(workspace, 'calendar', { ...calendar, zone: sampleZone });
  const { deriver } = workspace;
  await loadDemo({
    ...options,
    workspace,
    now: workspace.clock(),
    directory: workspace.directories.path,
    derive: (id, touched) => deriver.derive(id, touched),
  });
  workspace.written.send({ entities: ['tickets', 'imports'], importId });
  return true;
}

/** Removes the sample company; what stays works by the default schedule when it has none of its own. Resolves to how many imports it was. */
export async function removeSample(workspace: OpenWorkspace): Promise<number> {
  const removed = await removeDemo({
    workspace,
    now: workspace.clock(),
    derive: async (id, touched) => {
      workspace.written.send({ entities: ['schedules'] });
      await workspace.prepare();
      await workspace.deriver.derive(id, touched);
    },
  });
  const [{ zone }, calendar] = [defaultCalendar(), await workspace.settings.read('calendar')];
  if (zone !== sampleZone && calendar.zone === sampleZone) await changeSetting(workspace, 'calendar', { ...calendar, zone });
  workspace.written.send({ entities: ['tickets', 'imports'] });
  return removed;
}
