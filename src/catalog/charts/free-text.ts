import { type Data, initializer, type Markish, type TextOptions, text } from '@observablehq/plot';
import { textWidthPx } from './text-width.ts';

/** The middle of a text, in px. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly widthPx: number;
}

const lineHeightPx = 15;
const apartPx = 4;
const awayPx = 15;

/** Texts above their points, or below them where they would lie on an earlier one, or left out where they would there too. */
export function freeText(data: Data, options: TextOptions): Markish {
  return text(
    data,
    initializer(options, (_data, facets, channels, scales) => {
      const valuesOf = (channel: 'x' | 'y' | 'text') => Array.from(channels[channel]?.value as Iterable<unknown>);
      const [xs, ys] = [valuesOf('x').map((value) => scales.x?.(value)), valuesOf('y').map((value) => scales.y?.(value))];
      const points = valuesOf('text').map((label, index) => ({ x: xs[index], y: ys[index], widthPx: textWidthPx(String(label)) }));
      const free = freePlaces(points.map((point) => [-awayPx, awayPx].map((away) => ({ ...point, y: point.y + away }))));
      return {
        facets: facets.map((indexes) => indexes.filter((index) => free[index] !== null)),
        channels: { y: { value: free.map((place) => place?.y ?? 0) } },
      };
    }),
  );
}

/** Of the places that each text could take, one text after the other, the first that lies on none that is taken; null where all do. */
export function freePlaces(choices: readonly (readonly Place[])[]): (Place | null)[] {
  const taken: Place[] = [];
  return choices.map((places) => {
    const free = places.find((place) => !taken.some((other) => overlap(place, other))) ?? null;
    if (free !== null) taken.push(free);
    return free;
  });
}

function overlap(one: Place, other: Place): boolean {
  return Math.abs(one.y - other.y) < lineHeightPx && Math.abs(one.x - other.x) < (one.widthPx + other.widthPx) / 2 + apartPx;
}
