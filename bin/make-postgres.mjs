import { mkdirSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';

// Initialises the folder that every new data directory starts as a copy of: initdb is slow and takes much memory.
const [folder = ''] = process.argv.slice(2);
mkdirSync(folder, { recursive: true, mode: 0o700 });
const postgres = await PGlite.create(folder);
await postgres.close();
