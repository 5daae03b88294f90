import { type Data, initializer, type Markish, type TextOptions, text } from '@observablehq/plot';
import { spreadLabels } from './spread-labels.ts';

const labelPx = 15;

/** Texts down one side of a plot, each as near to its value as can be without lying on another, at most so far above and below it. */
export function spreadText(data: Data, options: TextOptions, [abovePx, belowPx]: readonly [number, number] = [0, 0]): Markish {
  return text(
    data,
    initializer(options, (_data, _facets, channels, scales, { height, marginTop, marginBottom }) => {
      const places = Array.from(channels.y?.value as Iterable<number>, (value) => Number(scales.y?.(value)));
      return { channels: { y: { value: spreadLabels(places, labelPx, [marginTop - abovePx, height - marginBottom + belowPx]) } } };
    }),
  );
}
