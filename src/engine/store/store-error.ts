import { UserError } from '../../core/model/user-error.ts';

/** Why a statement failed, for callers that answer differently to each. */
export type StoreFailure = 'timeout' | 'memory' | 'readonly' | 'disk_full' | 'unavailable' | 'refused';

const failureByCode: Readonly<Record<number, StoreFailure>> = {
  159: 'timeout',
  160: 'timeout',
  164: 'readonly',
  241: 'memory',
  243: 'disk_full',
  209: 'unavailable',
  210: 'unavailable',
  279: 'unavailable',
};

const sentences: Readonly<Record<StoreFailure, string>> = {
  timeout: 'the question took longer than it may',
  memory: 'the question needed more memory than it may',
  readonly: 'a question may only read',
  disk_full: 'the disk is full',
  unavailable: 'the database cannot be reached',
  refused: 'the database refused the statement',
};

/** A statement that the engine did not carry out. `code` is ClickHouse's own number, 0 when it never reached the engine. */
export class StoreError extends Error {
  readonly failure: StoreFailure;
  readonly code: number;

  constructor(failure: StoreFailure, code: number, cause: unknown) {
    super(`${sentences[failure]}: ${firstLine(cause)}`, { cause });
    this.name = 'StoreError';
    this.failure = failure;
    this.code = code;
  }
}

/** Any error of an engine or a client as a StoreError; one that is a clear sentence already stays. */
export function storeError(error: unknown): StoreError | UserError {
  if (error instanceof StoreError || error instanceof UserError) return error;
  const code = codeOf(error);
  return new StoreError(failureOf(error, code), code, error);
}

function codeOf(error: unknown): number {
  const own = (error as { code?: unknown }).code;
  if (typeof own === 'string' && /^\d+$/.test(own)) return Number(own);
  return Number(/Code: (\d+)\./.exec(String(error))?.[1] ?? 0);
}

function failureOf(error: unknown, code: number): StoreFailure {
  const known = failureByCode[code];
  if (known) return known;
  if (/No space left on device|errno: 28\b/.test(String(error))) return 'disk_full';
  return code === 0 ? 'unavailable' : 'refused';
}

function firstLine(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return text.split('\n', 1)[0] ?? text;
}
