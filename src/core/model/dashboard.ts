import type { ChartName } from './chart.ts';
import type { Texts } from './locale.ts';
import type { QueryInput } from './query.ts';

/** One tile: a question and how its answer is drawn. Period and filters come from the page unless the tile sets its own. */
export interface Tile {
  readonly name: string;
  /** Without one it is called like its first metric. */
  readonly title?: Texts;
  /** Its own period, where it has one, holds whatever the page says. */
  readonly query: Omit<QueryInput, 'zone' | 'weekStart'>;
  readonly chart: ChartName;
  /** Columns of twelve. */
  readonly width: 3 | 4 | 6 | 8 | 12;
  /** The grain stays as it is asked for; without this it follows the length of the period. */
  readonly keepsGrain?: true;
  /** Filters of the page do not touch it. */
  readonly alone?: true;
  /** Said below the title: what to read it with. */
  readonly note?: Texts;
  /** Events of the calendar are marked on it. */
  readonly marksEvents?: true;
}

/** A metric that belongs to a page and cannot be told yet. */
export interface WaitingMetric {
  readonly metric: Texts;
  /** The rows that it needs. */
  readonly needs: Texts;
}

/** Boards of one family stand beside each other as tabs. */
export interface BoardTab {
  readonly family: string;
  readonly text: Texts;
}

/** A page of tiles. Prebuilt ones are declarations, users' ones are rows of the same shape. */
export interface Dashboard {
  readonly name: string;
  readonly title: Texts;
  readonly tab?: BoardTab;
  readonly tiles: readonly Tile[];
  readonly waiting?: readonly WaitingMetric[];
}
