/** A metric as a question spells it: a name, with the statistic where one is meant, and the choices that are said. */
export interface MetricSpelling {
  readonly name: string;
  /** Options, parameters and the variant by name. */
  readonly choices: Readonly<Record<string, string>>;
}

/** The name and the pairs between the parentheses, as they are written; null for what is no spelling of a metric. */
export function splitMetricSpelling(text: string): { readonly name: string; readonly pairs: readonly string[] } | null {
  const match = /^\s*([A-Za-z0-9_]+)\s*(?:\(([^()]*)\))?\s*$/.exec(text);
  if (match === null) return null;
  const pairs = (match[2] ?? '').split(',').map((pair) => pair.trim());
  return { name: match[1] ?? '', pairs: pairs.filter((pair) => pair !== '') };
}

/** The two sides of `name=value`, without the space around them; empty or absent where a side is not written. */
export function splitChoice(pair: string): readonly (string | undefined)[] {
  return pair.split('=').map((part) => part.trim());
}

/** Reads `first_response_median(clock=calendar,actor=any)`. What is no spelling of a metric comes back as a name without choices. */
export function readMetricSpelling(text: string): MetricSpelling {
  const split = splitMetricSpelling(text);
  if (split === null) return { name: text.trim(), choices: {} };
  const choices = split.pairs.map(splitChoice).flatMap(([name, value]) => (name && value ? [[name, value]] : []));
  return { name: split.name, choices: Object.fromEntries(choices) };
}

/** Writes a metric as a question spells it. */
export function writeMetricSpelling({ name, choices }: MetricSpelling): string {
  const pairs = Object.entries(choices).map(([choice, value]) => `${choice}=${value}`);
  return pairs.length === 0 ? name : `${name}(${pairs.join(',')})`;
}
