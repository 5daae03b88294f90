import { type KeyedSentence, UserError } from '../../core/model/user-error.ts';
import { StoreError, type StoreFailure } from '../../engine/store/store-error.ts';

/** What a refusal says: its status, its body, and whether it is ours to look at. */
export interface Fault {
  readonly status: number;
  readonly body: { readonly error: { readonly code: string; readonly message: string; readonly sentence?: KeyedSentence } };
  /** Seconds after which it is worth asking again. */
  readonly retryAfterSeconds?: number;
  /** It is a fault of the product: the log has its cause. */
  readonly unexpected: boolean;
}

type Answer = readonly [status: number, message: string, retryAfterSeconds?: number];

const ofStore: Readonly<Record<StoreFailure, Answer | null>> = {
  timeout: [422, 'The question took longer than it may: ask for a shorter period or fewer groups.'],
  memory: [422, 'The question needed more memory than it may: ask for a shorter period or fewer groups, or raise EARSHOT_MEMORY_LIMIT.'],
  disk_full: [507, 'The disk is full: free some space and send it again; nothing of it was kept.', 30],
  unavailable: [503, 'The database cannot be reached: try again.', 5],
  readonly: null,
  refused: null,
};

/** The refusal for an error. What is not meant for people is said without internals. */
export function faultOf(error: unknown): Fault {
  if (error instanceof UserError) return fault(error.status, error.code, error.message, error.sentence);
  const [status, message, retryAfterSeconds] = (error instanceof StoreError && ofStore[error.failure]) || [];
  if (status === undefined || message === undefined) {
    const body = {
      error: { code: 'internal', message: 'Something went wrong inside Earshot: its log says what, under the id of this request.' },
    };
    return { status: 500, body, unexpected: true };
  }
  const known = fault(status, `store_${(error as StoreError).failure}`, message);
  return { ...known, unexpected: true, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) };
}

function fault(status: number, code: string, message: string, sentence: KeyedSentence | null = null): Fault {
  return { status, body: { error: { code, message, ...(sentence ? { sentence } : {}) } }, unexpected: false };
}
