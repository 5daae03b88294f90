/** A metric as a question spells it: a name, with the statistic where one is meant, and the choices that are said. */
export interface MetricSpelling {
  readonly name: string;
  /** Options, parameters and the variant by name. */
  readonly choices: Readonly<Record<string, string>>;
}

/** Reads `first_response_median(clock=calendar,actor=any)`. What is no spelling of a metric comes back as a name without choices. */
export function readMetricSpelling(text: string): MetricSpelling {
  const match = /^\s*([A-Za-z0-9_]+)\s*(?:\(([^()]*)\))?\s*$/.exec(text);
  if (match === null) return { name: text.trim(), choices: {} };
  const pairs = (match[2] ?? '').split(',').map((pair) => pair.split('=').map((part) => part.trim()));
  const choices = Object.fromEntries(pairs.flatMap(([name, value]) => (name && value ? [[name, value]] : [])));
  return { name: match[1] ?? '', choices };
}

/** Writes a metric as a question spells it. */
export function writeMetricSpelling({ name, choices }: MetricSpelling): string {
  const pairs = Object.entries(choices).map(([choice, value]) => `${choice}=${value}`);
  return pairs.length === 0 ? name : `${name}(${pairs.join(',')})`;
}
