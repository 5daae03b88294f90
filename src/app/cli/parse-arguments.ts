import { parseArgs } from 'node:util';
import { nearestName } from '../../core/text/nearest-name.ts';
import { type Arguments, type Command, type CommandOptions, parseConfig } from './command.ts';
import { UsageError } from './usage-error.ts';

/**
 * Reads what follows the name of a command.
 * @throws UsageError naming the unknown option or the missing word, and what is allowed
 */
export function parseArguments(command: Command, options: CommandOptions, words: readonly string[]): Arguments {
  const argv = joinNegatives(options, words);
  refuseUnknown(command, options, argv);
  const { values, positionals } = read(command, options, argv);
  checkCount(command, positionals);
  for (const [name, { allowed }] of Object.entries(options)) checkAllowed(name, allowed, values[name]);
  return {
    positionals,
    text: (name) => values[name] as string | undefined,
    texts: (name) => (values[name] as string[] | undefined) ?? [],
    flag: (name) => values[name] === true,
  };
}

/** `--top -1` as `--top=-1`, so that the number is refused and not called missing. */
function joinNegatives(options: CommandOptions, words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const last = joined.at(-1) ?? '';
    const takesIt = /^-\d/.test(word) && last.startsWith('--') && options[last.slice(2)]?.type === 'string';
    if (takesIt) joined[joined.length - 1] = `${last}=${word}`;
    else joined.push(word);
  }
  return joined;
}

/** node:util would say the same in words of its own; ours name what is near. */
function refuseUnknown(command: Command, options: CommandOptions, argv: readonly string[]): void {
  const { tokens } = parseArgs({ args: [...argv], options: parseConfig(options), strict: false, allowPositionals: true, tokens: true });
  for (const token of tokens) {
    if (token.kind !== 'option' || token.name in options) continue;
    const near = nearestName(token.name, Object.keys(options));
    const hint = near === null ? '' : `did you mean --${near}? `;
    const all = Object.keys(options).map((name) => `--${name}`);
    throw new UsageError(`${token.rawName} is no option of "earshot ${command.name}"; ${hint}allowed are ${all.join(', ')}.`);
  }
}

function read(command: Command, options: CommandOptions, argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: parseConfig(options), allowPositionals: true });
  } catch (error) {
    const option = /'(?:-\w, )?--([\w-]+)/.exec(error instanceof Error ? error.message : '')?.[1];
    if (option === undefined) throw error;
    const value = options[option]?.value;
    throw new UsageError(
      value === undefined ? `--${option} takes no value.` : `--${option} needs a value: earshot ${command.name} --${option} ${value}.`,
    );
  }
}

function checkCount(command: Command, positionals: readonly string[]): void {
  const [least, most] = command.positionals;
  if (positionals.length < least) throw new UsageError(`"earshot ${command.name}" needs more: earshot ${command.usage}`);
  if (positionals.length <= most) return;
  const extra = positionals[most] ?? '';
  throw new UsageError(`"${extra}" is one word too many for "earshot ${command.name}": earshot ${command.usage}`);
}

function checkAllowed(name: string, allowed: readonly string[] | undefined, given: unknown): void {
  if (!allowed || given === undefined) return;
  for (const value of [given].flat()) {
    if (!allowed.includes(String(value)))
      throw new UsageError(`--${name} cannot be "${String(value)}"; allowed are ${allowed.join(', ')}.`);
  }
}
