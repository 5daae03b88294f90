/** Chooses a share of what comes, not by chance but evenly, so that the share holds for a few as well. */
export class Evenly {
  #owed: number;

  /** @param owed how much of one is owed before the first: 0.5 is even-handed, more takes the first ones sooner */
  constructor(owed = 0.5) {
    this.#owed = owed;
  }

  /** Whether the next one is chosen when this share is. */
  takes(share: number): boolean {
    this.#owed += share;
    if (this.#owed < 1) return false;
    this.#owed -= 1;
    return true;
  }
}
