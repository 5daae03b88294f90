import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { methodDocument } from './method-document.ts';
import { metricDocuments } from './metric-documents.ts';

// npm run docs: writes docs/metrics anew from the catalog, and docs/methods.md from the docstrings of the methods.

const folder = join('docs', 'metrics');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const documents = Object.entries(metricDocuments());
for (const [name, text] of documents) writeFileSync(join(folder, name), text);
console.log(`${documents.length} pages in ${folder}`);
writeFileSync(join('docs', 'methods.md'), methodDocument(process.cwd()));
console.log('docs/methods.md');
