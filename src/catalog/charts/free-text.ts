import { type Data, initializer, type Markish, type TextOptions, text } from '@observablehq/plot';
import { textWidthPx } from './text-width.ts';

const lineHeightPx = 15;
const apartPx = 6;

interface Place {
  readonly x: number;
  readonly y: number;
  readonly widthPx: number;
}

/** Texts over a plot, of which those are left out that would lie on an earlier one. */
export function freeText(data: Data, options: TextOptions): Markish {
  return text(
    data,
    initializer(options, (_data, facets, channels, scales) => {
      const valuesOf = (channel: 'x' | 'y' | 'text') => Array.from(channels[channel]?.value as Iterable<unknown>);
      const [xs, ys] = [valuesOf('x').map((value) => scales.x?.(value)), valuesOf('y').map((value) => scales.y?.(value))];
      const places = valuesOf('text').map((label, index) => ({ x: xs[index], y: ys[index], widthPx: textWidthPx(String(label)) }));
      const free = freePlaces(places);
      return { facets: facets.map((indexes) => indexes.filter((index) => free[index])) };
    }),
  );
}

/** Which of the places, taken one after the other, lie on none that is taken. All in px. */
export function freePlaces(places: readonly Place[]): boolean[] {
  const taken: Place[] = [];
  return places.map((place) => {
    const clashes = taken.some(
      ({ x, y, widthPx }) => Math.abs(y - place.y) < lineHeightPx && Math.abs(x - place.x) < (widthPx + place.widthPx) / 2 + apartPx,
    );
    if (!clashes) taken.push(place);
    return !clashes;
  });
}
