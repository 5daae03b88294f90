import { type TargetName, targetNames } from '../../core/import/mapping.ts';
import type { CustomField } from '../../core/model/custom-field.ts';
import type { Output, ParsedInput } from '../../core/model/endpoints/index.ts';
import type { ImportOptions, ImportProgress, PreviewOptions } from '../import/import-options.ts';
import type { ImportPreview, ImportSummary } from '../import/import-summary.ts';
import { notKnown } from '../query/not-known.ts';
import { readCustomFields } from '../store/custom-fields.ts';
import type { OpenWorkspace } from './open-workspace.ts';
import { type ImportState, readImport, readImports } from './read-imports.ts';
import { readMapping } from './read-mapping.ts';
import { savedMappings } from './saved-mappings.ts';
import type { Upload, Uploads } from './uploads.ts';

/** Imports that run beside everything else. */
export interface ImportJobs {
  preview(input: ParsedInput<'previewImport'>): Promise<Output<'previewImport'>>;
  /** Resolves when it has begun, and has an id; rejects when the file cannot be imported at all. */
  start(input: ParsedInput<'startImport'>): Promise<ImportState>;
  list(): Promise<ImportState[]>;
  get(id: string): Promise<ImportState>;
  /** Takes it back; one that runs is stopped before. */
  undo(id: string): Promise<ImportState>;
  /** Takes the sample data back; resolves to how many imports it was. */
  removeSample(): Promise<number>;
  /** Stops what runs; what it wrote is taken back. */
  close(): Promise<void>;
}

/** What this process knows of an import beyond its row. */
interface Followed {
  progress: ImportProgress | null;
  summary: ImportSummary | null;
}

interface Job {
  /** Known when the import has begun. */
  readonly id: Promise<string>;
  readonly done: Promise<ImportSummary>;
  readonly stop: AbortController;
}

export function importJobs(workspace: OpenWorkspace, uploads: Uploads): ImportJobs {
  const running = new Set<Job>();
  const followed = new Map<string, Followed>();
  const get = async (id: string) => withFollowed(await readImport(workspace, id), followed.get(id));
  const begin = (options: ImportOptions, upload: string): Job => {
    const job = startJob(options, followed);
    running.add(job);
    const settle = () => {
      running.delete(job);
      workspace.written.send({ entities: ['tickets', 'imports'] });
    };
    job.done.then(() => uploads.remove(upload)).then(settle, settle);
    return job;
  };
  return {
    preview: async (input) => {
      const options = await fileOptions(workspace, await uploads.get(input.upload), input);
      const { previewImport } = await import('../import/preview-import.ts');
      const preview = await previewImport({ ...options, ...(input.member === undefined ? {} : { member: input.member }) });
      return previewOutput(input.upload, preview, await readCustomFields(workspace));
    },
    start: async (input) => {
      const options = await fileOptions(workspace, await uploads.get(input.upload), input);
      await workspace.prepare();
      const { derive } = workspace.deriver;
      return get(await begin({ ...options, derive: derive.bind(workspace.deriver) }, input.upload).id);
    },
    list: async () => (await readImports(workspace)).map((state) => withFollowed(state, followed.get(state.id))),
    get,
    undo: async (id) => {
      await stopJob(running, id);
      followed.delete(id);
      await undo(workspace, id);
      return get(id);
    },
    removeSample: () => takeSampleBack(workspace),
    close: async () => {
      for (const { stop } of running) stop.abort();
      await Promise.allSettled([...running].map(({ done }) => done));
    },
  };
}

function startJob(options: ImportOptions, followed: Map<string, Followed>): Job {
  const stop = new AbortController();
  let beginAs: (id: string) => void = () => undefined;
  const begun = new Promise<string>((resolve) => {
    beginAs = resolve;
  });
  const follow = (id: string, news: Partial<Followed>) => {
    followed.set(id, { progress: null, summary: null, ...followed.get(id), ...news });
    beginAs(id);
  };
  const run = async () => {
    const { runImport } = await import('../import/run-import.ts');
    const onProgress = (progress: ImportProgress) => follow(progress.importId, { progress });
    const summary = await runImport({ ...options, signal: stop.signal, onProgress });
    follow(summary.importId, { progress: null, summary });
    return summary;
  };
  const done = run();
  return { id: Promise.race([begun, done.then(({ importId }) => importId)]), done, stop };
}

/** Stops the import if this process runs it: the run then takes back what it wrote. */
async function stopJob(running: ReadonlySet<Job>, importId: string): Promise<void> {
  for (const job of running) {
    if ((await job.id.catch(() => null)) !== importId) continue;
    job.stop.abort();
    await job.done.catch(() => undefined);
  }
}

async function fileOptions(workspace: OpenWorkspace, file: Upload, asked: ParsedInput<'startImport'>): Promise<PreviewOptions> {
  const saved = savedMappings(workspace);
  const mapping = asked.mapping ?? (asked.mappingName === undefined ? undefined : (await saved.get(asked.mappingName)).mapping);
  return {
    workspace,
    path: file.path,
    fileName: file.fileName,
    zone: (await workspace.settings.read('calendar')).zone,
    now: workspace.clock(),
    directories: { tmp: workspace.directories.tmp },
    savedFor: saved.forColumns,
    ...(asked.target === undefined ? {} : { target: targetNamed(asked.target) }),
    ...(mapping === undefined ? {} : { mapping: readMapping(mapping) }),
    ...(asked.mappings === undefined ? {} : { mappings: mapValues(asked.mappings, readMapping) }),
    ...(asked.members === undefined ? {} : { members: asked.members }),
  };
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}

function targetNamed(name: string): TargetName {
  const target = targetNames.find((candidate) => candidate === name);
  if (!target) throw notKnown('target of an import', name, targetNames);
  return target;
}

async function undo(workspace: OpenWorkspace, importId: string): Promise<void> {
  const { deriver } = workspace;
  if ((await readImport(workspace, importId)).sample) {
    await takeSampleBack(workspace);
    return;
  }
  const { undoImport } = await import('../import/undo-import.ts');
  await undoImport({ workspace, importId, derive: deriver.derive.bind(deriver), now: workspace.clock() });
  workspace.written.send({ entities: ['tickets', 'imports'], importId });
}

async function takeSampleBack(workspace: OpenWorkspace): Promise<number> {
  const { removeSample } = await import('./ensure-sample.ts');
  return removeSample(workspace);
}

function previewOutput(upload: string, preview: ImportPreview, fields: readonly CustomField[]): Output<'previewImport'> {
  return structuredClone({ ...preview, upload, customFields: fields }) as unknown as Output<'previewImport'>;
}

function withFollowed(state: ImportState, followed: Followed | undefined): ImportState {
  const { progress, summary } = followed ?? {};
  return {
    ...state,
    ...(progress && state.state === 'running' ? progressOf(progress) : {}),
    ...(summary ? summaryOf(summary) : {}),
  };
}

function summaryOf({ unmapped, notes, remarks, unchanged, rowsPerSecond }: ImportSummary): Partial<ImportState> {
  return {
    unmapped: [...unmapped],
    notes: [...notes],
    remarks: remarks.map((remark) => ({ ...remark })),
    unchanged,
    ...(unchanged ? {} : { rowsPerSecond }),
  };
}

function progressOf(progress: ImportProgress): Partial<ImportState> {
  const { bytesDone, rowsRead, rowsAccepted, rowsRejected, rowsPerSecond, secondsLeft } = progress;
  const phase = progress.phase === 'finished' ? 'deriving' : progress.phase;
  return { bytesDone, rowsRead, rowsAccepted, rowsRejected, rowsPerSecond, secondsLeft, phase };
}
