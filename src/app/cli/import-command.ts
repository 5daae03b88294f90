import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Input, Output } from '../../core/model/endpoints/index.ts';
import { UserError } from '../../core/model/user-error.ts';
import type { Arguments, Command, CommandContext } from './command.ts';
import type { Connection } from './connection.ts';
import { importTable } from './import-table.ts';
import { UsageError } from './usage-error.ts';

const pollMs = 200;
const tellEveryMs = 2_000;

type Import = Output<'import'>;

export const importCommand: Command = {
  name: 'import',
  doc: 'Brings a file in, or takes an import back',
  usage:
    'import [TARGET] FILE [--mapping FILE | --mapping-name NAME] [--tables NAMES] [--save-mapping FILE] [--save-mapping-as NAME] [--rejects FILE] | import --undo ID',
  positionals: [0, 2],
  options: {
    mapping: { type: 'string', doc: 'a mapping to use in place of the detected one', value: 'FILE' },
    'mapping-name': { type: 'string', doc: 'a mapping that was saved under this name', value: 'NAME' },
    tables: { type: 'string', doc: 'of an archive or workbook: the files or sheets to read, parted by commas', value: 'NAMES' },
    'save-mapping-as': {
      type: 'string',
      doc: 'keeps the mapping under a name; a file with the same columns is read by it from then on',
      value: 'NAME',
    },
    rejects: { type: 'string', doc: 'writes the rows that could not be used, as CSV', value: 'FILE' },
    'save-mapping': { type: 'string', doc: 'writes the mapping that was used, for the next time', value: 'FILE' },
    undo: { type: 'string', doc: 'takes the import with this id back', value: 'ID' },
  },
  run: async (context) => {
    const undone = context.arguments.text('undo');
    const done = undone === undefined ? await importFile(context) : await undo(context, undone);
    context.print(context.format === 'json' ? JSON.stringify(done, null, 2) : importTable(done, context.format));
    return done.state === 'failed' ? 1 : 0;
  },
};

async function undo({ arguments: given, connect }: CommandContext, id: string): Promise<Import> {
  if (given.positionals.length > 0) throw new UsageError('--undo takes an import back and needs no file: earshot import --undo ID');
  return (await connect()).call('undoImport', { id });
}

async function importFile(context: CommandContext): Promise<Import> {
  const { path, target } = fileAndTarget(context.arguments);
  const mapping = await readMappingFile(context.arguments.text('mapping'));
  const connection = await context.connect();
  const upload = await connection.upload(path);
  const mappingName = context.arguments.text('mapping-name');
  const members = tablesOf(context.arguments);
  const asked: Input<'startImport'> = {
    upload,
    ...(target === undefined ? {} : { target }),
    ...(mapping === undefined ? {} : { mapping }),
    ...(mappingName === undefined ? {} : { mappingName }),
    ...(members === undefined ? {} : { members }),
  };
  await saveMapping(context.arguments, connection, asked);
  const done = await follow(context, connection, await connection.call('startImport', asked));
  const rejects = context.arguments.text('rejects');
  if (rejects !== undefined) await writeFile(rejects, await connection.download('rejectsFile', { id: done.id }));
  return done;
}

function tablesOf(given: Arguments): string[] | undefined {
  return given
    .text('tables')
    ?.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Writes the mapping to a file, keeps it under a name, or both. */
async function saveMapping(given: Arguments, connection: Connection, asked: Input<'startImport'>): Promise<void> {
  const file = given.text('save-mapping');
  const name = given.text('save-mapping-as');
  if (file === undefined && name === undefined) return;
  const { mapping, sourceColumns } = await connection.call('previewImport', asked);
  if (file !== undefined) await writeFile(file, `${JSON.stringify(mapping, null, 2)}\n`);
  if (name !== undefined) await connection.call('saveMapping', { name, mapping, columns: sourceColumns.map((column) => column.name) });
}

/** Asks until the import is over, and tells how far it is. */
async function follow({ tell }: CommandContext, connection: Connection, started: Import): Promise<Import> {
  let state = started;
  for (let waitedMs = pollMs; state.state === 'running'; waitedMs += pollMs) {
    await wait(pollMs);
    state = await connection.call('import', { id: state.id });
    if (waitedMs % tellEveryMs === 0) tell(progressLine(state));
  }
  if (state.state === 'failed') throw new UserError('import_failed', failureSentence(state));
  return state;
}

function progressLine({ phase, bytes, bytesDone, rowsRead, rowsPerSecond, secondsLeft }: Import): string {
  if (phase === 'deriving') return `${rowsRead.toLocaleString('en')} rows are in; working out the facts of their tickets …`;
  const share = bytes === 0 ? 100 : Math.floor((100 * bytesDone) / bytes);
  const rate = rowsPerSecond === null ? '' : `, ${rowsPerSecond.toLocaleString('en')} rows/s`;
  const left = secondsLeft === null ? '' : `, ${secondsLeft} s left`;
  return `${share} %, ${rowsRead.toLocaleString('en')} rows${rate}${left}`;
}

function fileAndTarget({ positionals }: Arguments): { readonly path: string; readonly target?: string } {
  const [first, second] = positionals;
  if (first === undefined) throw new UsageError('"earshot import" needs a file: earshot import tickets FILE, or earshot import FILE');
  return second === undefined ? { path: first } : { path: second, target: first };
}

async function readMappingFile(path: string | undefined): Promise<Record<string, unknown> | undefined> {
  if (path === undefined) return undefined;
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === 'ENOENT' ? 'there is no such file' : 'it cannot be read';
    throw new UserError('mapping_file', `The mapping ${path} cannot be used: ${reason}.`);
  });
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UserError('mapping_file', `The mapping ${path} cannot be used: it is no JSON object.`);
  }
  return value as Record<string, unknown>;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function failureSentence({ fileName, message }: Import): string {
  return message.includes(fileName) ? message : `${fileName} was not imported: ${message}`;
}
