/** Variant, options and parameters by name. */
export type Choices = Readonly<Record<string, string>>;

/** The choices that a call spells out: `first_response(clock=calendar,actor=any)`. */
export function readChoices(call: string): Choices {
  const inside = /\((.*)\)$/.exec(call)?.[1] ?? '';
  return Object.fromEntries(
    inside
      .split(',')
      .map((pair) => pair.split('=', 2).map((part) => part.trim()))
      .flatMap(([key, choice]) => (key && choice ? [[key, choice]] : [])),
  );
}

/** The call that spells out some choices. */
export function writeChoices(metric: string, choices: Choices): string {
  const pairs = Object.entries(choices).map(([key, choice]) => `${key}=${choice}`);
  return pairs.length === 0 ? metric : `${metric}(${pairs.join(',')})`;
}
