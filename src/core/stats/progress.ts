/** How a long computation tells how far it is and hears that it may stop. */
export interface Progress {
  /** Told a share from 0 to 1, now and then. */
  readonly report?: (share: number) => void;
  /** Asked now and then; true ends the computation with a `Cancelled`. */
  readonly isCancelled?: () => boolean;
}

/** Ends a computation that nobody waits for. */
export class Cancelled extends Error {
  constructor() {
    super('The computation was cancelled.');
    this.name = 'Cancelled';
  }
}

/** Tells how far a computation is. @throws Cancelled when nobody waits for it any more */
export function checkpoint(progress: Progress | undefined, share: number): void {
  if (progress?.isCancelled?.()) throw new Cancelled();
  progress?.report?.(share);
}
