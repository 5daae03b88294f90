import type { SourceFile } from '../store/store.ts';
import type { CompiledMapping } from './compile-mapping.ts';
import type { Chunk } from './scan-chunks.ts';

/** The rows of a chunk as a file that a statement can read. */
export function sourceFileOf(chunk: Chunk, compiled: CompiledMapping): SourceFile {
  return { path: chunk.path, format: 'TSV', columns: compiled.cells };
}

/** The records of a chunk that the scanner refused. */
export function refusedFileOf(chunk: Chunk): SourceFile {
  return { path: chunk.refusedPath, format: 'TSV', columns: ['line', 'reason', 'found', 'raw'] };
}
