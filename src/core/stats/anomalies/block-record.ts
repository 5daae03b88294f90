import { type Direction, directionOf } from './direction.ts';

/** The spread of the logarithm of a block's largest deviation that is believed before blocks were seen, as if this many blocks said so. */
const priorDeviation = 0.5;
const priorBlocks = 2;

/**
 * How far an exponentially weighted mean of deviations stands above its usual record of a block, a day say. The logarithms of the blocks' largest are kept with
 * their mean and spread, older blocks counting less: extreme values of blocks, as in Coles 2001, chapter 3, without a bound on the tail.
 */
export class BlockRecord {
  private readonly weight: number;
  private readonly blockSteps: number;
  private readonly kept: number;
  private mean = 0;
  private steps = 0;
  private largest = Number.NEGATIVE_INFINITY;
  private blocks = 0;
  private middle = 0;
  private variance = 0;

  /** @param halfLifeSteps of the weighted mean; 0 takes each deviation alone @param memoryBlocks after so many blocks a block counts a third */
  constructor(halfLifeSteps: number, blockSteps: number, memoryBlocks: number) {
    this.weight = halfLifeSteps > 0 ? 1 - 0.5 ** (1 / halfLifeSteps) : 1;
    this.blockSteps = blockSteps;
    this.kept = 1 - 1 / memoryBlocks;
  }

  /** Takes a deviation; by how many standard deviations the logarithm lies above the usual record, null before a block has ended. */
  take(deviation: number, floor: number): number | null {
    this.mean += this.weight * (deviation - this.mean);
    const log = Math.log(Math.max(Math.abs(this.mean), floor));
    const surprise = this.surpriseOf(log);
    this.largest = Math.max(this.largest, log);
    this.steps++;
    if (this.steps % this.blockSteps === 0) this.endBlock();
    return surprise;
  }

  /** The sign of the weighted mean. */
  direction(): Direction {
    return directionOf(this.mean);
  }

  private surpriseOf(log: number): number | null {
    if (this.blocks === 0) return null;
    const variance = (this.variance * this.blocks + priorDeviation ** 2 * priorBlocks) / (this.blocks + priorBlocks);
    return (log - this.middle) / Math.sqrt(variance * (1 + 1 / this.blocks));
  }

  /** The first block teaches the profiles, not the record. */
  private endBlock(): void {
    if (this.steps > this.blockSteps) {
      this.blocks = this.blocks * this.kept + 1;
      const off = this.largest - this.middle;
      this.middle += off / this.blocks;
      this.variance = (1 - 1 / this.blocks) * (this.variance + (off * off) / this.blocks);
    }
    this.largest = Number.NEGATIVE_INFINITY;
  }
}
