/** Size, seed and end of a demo company. */
export interface DemoOptions {
  /** Tickets that count, in the mean; 200,000 is the reference size. */
  readonly tickets: number;
  readonly seed: number;
  /** Nothing at or after this instant is written; the end of 31 October 2026 in London when absent. */
  readonly until?: number;
  /** The import that every row is marked with. */
  readonly importId?: string;
}
