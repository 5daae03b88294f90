import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration } from '../../src/engine/configuration/read-configuration.ts';
import { type HomeKeeper, homeKeeper } from '../../src/engine/findings/home-keeper.ts';
import { ensureSample } from '../../src/engine/workspace/ensure-sample.ts';
import { openWorkspace } from '../../src/engine/workspace/open-workspace.ts';

/** Which sample company is looked at. */
export interface SampleSize {
  readonly tickets: number;
  readonly seed: number;
}

/** Does something with a loaded sample company; kept in a folder of `data` for the next time, or thrown away where that is null. */
export async function withSample<T>(
  { tickets, seed }: SampleSize,
  data: string | null,
  use: (keeper: HomeKeeper) => Promise<T>,
): Promise<T> {
  const folder = data === null ? mkdtempSync(join(tmpdir(), 'earshot-calibration-')) : join(data, `${tickets}-${seed}`);
  mkdirSync(folder, { recursive: true });
  const workspace = await openWorkspace(readConfiguration({ EARSHOT_DATA: folder }).configuration);
  try {
    await ensureSample(workspace, { tickets, seed });
    const keeper = homeKeeper(workspace);
    try {
      return await use(keeper);
    } finally {
      await keeper.close();
    }
  } finally {
    await workspace.close();
    if (data === null) rmSync(folder, { recursive: true, force: true });
  }
}
