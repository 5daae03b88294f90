import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

export interface TicketFile {
  readonly path: string;
  readonly rows: number;
  /** Begins every id, so that two files have none in common. */
  readonly prefix: string;
  /** Letters that the subject is filled up to. */
  readonly subjectLength?: number;
  /** Every so many rows one has no creation time and cannot be used. */
  readonly badEvery?: number;
}

/** The columns of the file. */
export const ticketFileColumns = [
  'Ticket ID',
  'Created at',
  'Updated at',
  'First response at',
  'Solved at',
  'Status',
  'Priority',
  'Channel',
  'Category',
  'Team',
  'Assignee',
  'Requester email',
  'Subject',
  'Reopens',
] as const;

const startMs = Date.UTC(2025, 0, 1);
const yearMinutes = 365 * 24 * 60;
const statuses = ['open', 'pending', 'solved', 'closed'];
const priorities = ['low', 'normal', 'high', 'urgent'];
const channels = ['email', 'chat', 'phone', 'form'];
const categories = ['Shipping', 'Returns', 'Billing', 'Technical question', 'Availability'];
const rowsPerBlock = 5_000;

/** Writes a CSV of plain ticket rows of one year. Everything follows from the number of the row. */
export async function writeTicketFile(file: TicketFile): Promise<void> {
  const stream = createWriteStream(file.path);
  stream.write(`${ticketFileColumns.join(',')}\n`);
  for (let start = 0; start < file.rows; start += rowsPerBlock) {
    const count = Math.min(rowsPerBlock, file.rows - start);
    const block = Array.from({ length: count }, (_, index) => ticketLine(file, start + index)).join('');
    if (!stream.write(block)) await once(stream, 'drain');
  }
  stream.end();
  await finished(stream);
}

/** How many rows of the file cannot be used. */
export function badRows({ rows, badEvery }: TicketFile): number {
  return badEvery === undefined ? 0 : Math.floor(rows / badEvery);
}

function ticketLine(file: TicketFile, number: number): string {
  const createdMs = startMs + Math.floor((number * yearMinutes) / file.rows) * 60_000;
  const status = drawn(statuses, number, 1);
  const isSolved = status === 'solved' || status === 'closed';
  const isBad = file.badEvery !== undefined && (number + 1) % file.badEvery === 0;
  const solved = isSolved ? instant(createdMs + (60 + (mixed(number, 2) % 6_000)) * 60_000) : '';
  const subject = `Question ${number} about an order`.padEnd(file.subjectLength ?? 0, ' with many words');
  const cells = [
    `${file.prefix}${number}`,
    isBad ? '' : instant(createdMs),
    instant(createdMs + 7_000 * 60_000),
    instant(createdMs + (1 + (mixed(number, 3) % 55)) * 60_000),
    solved,
    status,
    drawn(priorities, number, 4),
    drawn(channels, number, 5),
    drawn(categories, number, 6),
    `Team ${mixed(number, 7) % 5}`,
    `Agent ${mixed(number, 7) % 50}`,
    `person${mixed(number, 8) % Math.ceil(file.rows * 0.3)}@example.org`,
    subject,
    mixed(number, 9) % 20 === 0 ? '1' : '0',
  ];
  return `${cells.join(',')}\n`;
}

function instant(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}

function drawn(values: readonly string[], number: number, salt: number): string {
  return values[mixed(number, salt) % values.length] ?? '';
}

/** A whole number that follows from both and looks drawn. */
function mixed(number: number, salt: number): number {
  let bits = Math.imul(number ^ Math.imul(salt, 0x9e3779b1), 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
