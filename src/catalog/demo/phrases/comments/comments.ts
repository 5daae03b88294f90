import type { Category } from '../../desk.ts';

/** What customers write beside a score in one language. */
export interface Comments {
  /** Fits any matter. */
  readonly contented: readonly string[];
  readonly praise: Readonly<Record<Category, readonly string[]>>;
  readonly criticism: Readonly<Record<Category, readonly string[]>>;
}
