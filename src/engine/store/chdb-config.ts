import { writeDurably } from '../meta/durable-file.ts';
import type { DataDirectory } from './data-directory.ts';

/** Writes the configuration that lets chDB back up into the data directory and read from there. Resolves to its path. */
export async function writeChdbConfig(directory: DataDirectory): Promise<string> {
  const backups = directory.backups.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const config = `<clickhouse>
  <backups>
    <allowed_path>${backups}/</allowed_path>
  </backups>
</clickhouse>
`;
  await writeDurably(directory.chdbConfig, config);
  return directory.chdbConfig;
}
