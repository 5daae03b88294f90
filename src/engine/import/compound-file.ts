import { open } from 'node:fs/promises';
import { UserError } from '../../core/model/user-error.ts';
import type { SourceOnDisk } from './source-file.ts';

const searchedBytes = 4 << 20;

/** Refuses a file of the old Office container: a workbook that is protected by a password, or one of before 2007. Its directory names what it holds in UTF-16. */
export async function refuseCompound(file: SourceOnDisk): Promise<never> {
  const directory = await ends(file);
  const holds = (name: string) => directory.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) {
    throw new UserError(
      'import_protected',
      `${file.fileName} is a workbook protected by a password; save it without one and bring it again`,
    );
  }
  const what = holds('Workbook') || holds('Book') ? 'an Excel workbook of before 2007 (.xls)' : 'a document of before 2007';
  throw new UserError('import_old_workbook', `${file.fileName} is ${what}; save it as XLSX or CSV and bring it again`);
}

/** The directory of such a file lies anywhere; its beginning and its end are looked at. */
async function ends(file: SourceOnDisk): Promise<Buffer> {
  const handle = await open(file.path);
  try {
    const first = await handle.read(Buffer.alloc(searchedBytes), 0, searchedBytes, 0);
    const last = await handle.read(Buffer.alloc(searchedBytes), 0, searchedBytes, Math.max(0, file.bytes - searchedBytes));
    return Buffer.concat([first.buffer.subarray(0, first.bytesRead), last.buffer.subarray(0, last.bytesRead)]);
  } finally {
    await handle.close();
  }
}
