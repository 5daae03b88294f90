import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Output } from '../../core/model/endpoints/index.ts';
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
  usage: 'import [TARGET] FILE [--mapping FILE] [--save-mapping FILE] | import --undo ID',
  positionals: [0, 2],
  options: {
    mapping: { type: 'string', doc: 'a mapping to use in place of the detected one', value: 'FILE' },
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
  const asked = { upload, ...(target === undefined ? {} : { target }), ...(mapping === undefined ? {} : { mapping }) };
  const saved = context.arguments.text('save-mapping');
  if (saved !== undefined) {
    const preview = await connection.call('previewImport', asked);
    await writeFile(saved, `${JSON.stringify(preview.mapping, null, 2)}\n`);
  }
  return follow(context, connection, await connection.call('startImport', asked));
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
