import { messages } from '../../src/core/entities/messages.ts';
import { openEmbeddedStore } from '../../src/engine/store/embedded-store.ts';
import { createTables } from '../../src/engine/store/schema.ts';
import { createDatabase } from '../../src/engine/store/workspace.ts';

/** Inserts messages until it is killed and prints, after each insert was acknowledged, how many are. Arguments: directory, round. */
const [directory = '', round = ''] = process.argv.slice(2);
const store = await openEmbeddedStore({ directory });
await createDatabase(store, 'w1');
await createTables(store, 'w1', { entities: [messages] });

for (let sent = 0; ; ) {
  const rows = Array.from({ length: 1 + (sent % 97) }, (_, index) => ({
    id: `${round}:${sent + index}`,
    source: 't',
    version: 1,
    import_id: round,
    ticket_id: `t:${sent + index}`,
    at: 1_700_000_000_000 + sent,
    sequence: sent + index,
    public: true,
    text: 'x'.repeat(200),
  }));
  await store.insert('w1', messages, rows);
  sent += rows.length;
  process.stdout.write(`${sent}\n`);
}
