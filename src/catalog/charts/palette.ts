import type { ChartName } from '../../core/model/chart.ts';
import { ageBands } from './natural-order.ts';

/** The two looks of the page. */
export type ThemeName = 'light' | 'dark';

/** Colours that a chart draws with. */
export interface Palette {
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly surface: string;
  readonly accent: string;
  readonly better: string;
  readonly worse: string;
  readonly rest: string;
  /** Light to strong, for amounts. */
  readonly ramp: readonly [string, string];
  /** Distinct colours for named things, safe for colour-blind readers: after Okabe and Ito, "Color Universal Design", 2002, darkened or lightened for the ground. */
  readonly things: readonly string[];
}

export const palettes: Readonly<Record<ThemeName, Palette>> = {
  light: {
    text: '#1c1f24',
    muted: '#5f6670',
    line: '#e3e5e9',
    surface: '#ffffff',
    accent: '#0a66a8',
    better: '#00734f',
    worse: '#b84300',
    rest: '#8b929c',
    ramp: ['#eef4f9', '#0a66a8'],
    things: ['#0072b2', '#c65000', '#00805d', '#b0578d', '#a07000', '#454b54', '#6f7a12'],
  },
  dark: {
    text: '#e8eaed',
    muted: '#a0a7b1',
    line: '#33373d',
    surface: '#1b1d21',
    accent: '#5eb1ea',
    better: '#35c79a',
    worse: '#ff9354',
    rest: '#7d858f',
    ramp: ['#22303b', '#6cb8ec'],
    things: ['#4aa8e0', '#f07c37', '#2fc096', '#dd8dbb', '#e0a72c', '#cdd2d8', '#c2cc55'],
  },
};

/** Things that the product knows by name keep a place of their own in the palette. */
const places: Readonly<Record<string, number>> = {
  'channel email': 0,
  'channel chat': 1,
  'channel form': 2,
  'channel phone': 3,
  'channel social': 4,
  'channel messaging': 5,
  'channel api': 6,
  'priority urgent': 1,
  'priority high': 4,
  'priority normal': 0,
  'priority low': 5,
  'status new': 5,
  'status open': 0,
  'status pending': 4,
  'status hold': 3,
  'status solved': 2,
  'status closed': 6,
};

/** Dimensions whose values all have colours of their own. */
const closed: ReadonlySet<string> = new Set(['age', 'priority', 'status', 'status_then']);

/** The dimension of which a chart colours values that are not all known beforehand; null where it colours none. */
export function coloredDimension(chart: ChartName, dimensions: readonly string[]): string | null {
  const [dimension = null, ...others] = chart === 'stacked-bar' ? dimensions.slice(1) : dimensions;
  const isColored = chart === 'stacked-bar' || chart === 'line' || chart === 'bar' || chart === 'dot' || chart === 'small-multiples';
  return isColored && others.length === 0 && dimension !== null && !closed.has(dimension) ? dimension : null;
}

/**
 * The colours of the values of a dimension, by value. A value has the same colour wherever it stands: first by its name, and the values that are
 * the most frequent of all its workspace each have a place that no other of them has. Only where two of the values given would share a colour
 * does one of them take the next free one: the less frequent, or the later of the alphabet, whatever their order here. Bands of age are steps of
 * one colour.
 */
export function colorsOf(
  dimension: string,
  values: readonly string[],
  theme: ThemeName,
  frequent: readonly string[] = [],
): ReadonlyMap<string, string> {
  if (dimension === 'age') return new Map(values.map((value) => [value, stepColor(ageBands.indexOf(value), ageBands.length, theme)]));
  const { things, rest } = palettes[theme];
  const known = frequent.filter((value) => value !== '').slice(0, things.length);
  const byName = (value: string) => placeOf(dimension, value, things.length);
  const kept = apart(inTurn(dimension, known), byName, things.length);
  const places = apart(inTurn(dimension, values, kept), (value) => kept.get(value) ?? byName(value), things.length);
  return new Map(values.map((value) => [value, things[places.get(value) ?? 0] ?? rest]));
}

/** A place for each value: the wanted one where it is free when all that come before have taken theirs, else the next free one. */
function apart(values: readonly string[], wanted: (value: string) => number, count: number): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const taken = new Set<number>();
  const take = (value: string, place: number) => {
    places.set(value, place);
    taken.add(place);
  };
  for (const value of values) if (!taken.has(wanted(value))) take(value, wanted(value));
  for (const value of values) if (!places.has(value)) take(value, freePlace(wanted(value), taken, count));
  return places;
}

/** Who chooses first: what has a place of its own, then what has one in its workspace, then the others by name, and last what is not known. */
function inTurn(dimension: string, values: readonly string[], kept: ReadonlyMap<string, number> = new Map()): string[] {
  const turn = (value: string) => (ownPlace(dimension, value) !== undefined ? 0 : kept.has(value) ? 1 : value === '' ? 3 : 2);
  return [...values].sort((one, other) => turn(one) - turn(other) || (one < other ? -1 : 1));
}

function ownPlace(dimension: string, value: string): number | undefined {
  return places[thingOf(dimension, value)];
}

function thingOf(dimension: string, value: string): string {
  return `${dimension === 'status_then' ? 'status' : dimension} ${value}`;
}

/** The colour of a step among steps that grow, from 0. */
function stepColor(step: number, steps: number, theme: ThemeName): string {
  return mixColor(palettes[theme].ramp, 0.25 + (0.75 * step) / (steps - 1));
}

function placeOf(dimension: string, value: string, count: number): number {
  return ownPlace(dimension, value) ?? hash(thingOf(dimension, value)) % count;
}

function freePlace(wanted: number, taken: ReadonlySet<number>, count: number): number {
  if (taken.size >= count) return wanted;
  let place = wanted;
  while (taken.has(place)) place = (place + 1) % count;
  return place;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  return state >>> 0;
}

/** The colour at a share from 0 to 1 between the two ends of a ramp. */
export function mixColor(ramp: readonly [string, string], share: number): string {
  const [from, to] = ramp.map(channels) as [number[], number[]];
  const mixed = from.map((start, index) => Math.round(start + ((to[index] ?? start) - start) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** Black or white, whichever reads better on a colour (relative luminance, WCAG 2.2). */
export function inkOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = channels(color).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#111111' : '#ffffff';
}

function channels(color: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
}
