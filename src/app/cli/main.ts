import { UserError } from '../../core/model/user-error.ts';
import { nearestName } from '../../core/text/nearest-name.ts';
import { type ConfigurationKeyName, configurationKeys } from '../../engine/configuration/configuration-keys.ts';
import { type Environment, readConfiguration } from '../../engine/configuration/read-configuration.ts';
import { type Arguments, type Command, type CommandContext, type CommandOptions, type Format, formats } from './command.ts';
import { commands } from './commands.ts';
import { connect, refuseNothing } from './connect.ts';
import type { Connection } from './connection.ts';
import { commandHelp, overview } from './help.ts';
import { parseArguments } from './parse-arguments.ts';
import { UsageError } from './usage-error.ts';

/**
 * Runs one command line. The answer goes to standard output, everything else to standard error.
 * @param argv the words after `earshot`
 * @returns the exit code: 0 done, 1 refused or failed, 2 not understood
 */
export async function main(argv: readonly string[], environment: Environment): Promise<number> {
  try {
    return await runCommand(argv, environment);
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    return error instanceof UsageError ? 2 : 1;
  }
}

async function runCommand(argv: readonly string[], environment: Environment): Promise<number> {
  const [name, ...rest] = argv;
  if (name === 'help' && rest[0] !== undefined) return sayHelp(commandNamed(rest[0]));
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') return say(overview(commands));
  if (name === '--version') return say((await import('../server/product-version.ts')).productVersion());
  const command = commandNamed(name);
  if (rest.includes('--help') || rest.includes('-h')) return sayHelp(command);
  const given = parseArguments(command, optionsOf(command), rest);
  const { configuration, values } = readConfiguration(environment, overridesOf(command, given));
  const opened: Connection[] = [];
  const context: CommandContext = {
    arguments: given,
    configuration,
    configured: values,
    format: (given.text('format') ?? 'table') as Format,
    connect: async () => {
      if (command.readsFacts) refuseNothing(configuration);
      const connection = await connect(configuration);
      opened.push(connection);
      return connection;
    },
    print: (text) => process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
    tell: (text) => process.stderr.write(`${text}\n`),
  };
  try {
    return await command.run(context);
  } finally {
    for (const connection of opened) await connection.close();
  }
}

function sayHelp(command: Command): number {
  return say(commandHelp(command, optionsOf(command)));
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function commandNamed(name: string): Command {
  const command = commands.find((candidate) => candidate.name === name);
  if (command) return command;
  const names = commands.map((candidate) => candidate.name);
  const near = nearestName(name, names);
  throw new UsageError(`"${name}" is no command of Earshot; ${near ? `did you mean "${near}"? ` : ''}allowed are ${names.join(', ')}.`);
}

/** The command's own options, and those that every command has. */
function optionsOf(command: Command): CommandOptions {
  const configured = keysOf(command).map((key) => {
    const declared: { doc: string; option?: string } = configurationKeys[key];
    return [
      declared.option ?? key,
      { type: 'string', doc: `${declared.doc} (${key})`, value: key === 'EARSHOT_DATA' ? 'DIR' : 'VALUE' },
    ] as const;
  });
  return {
    ...command.options,
    ...Object.fromEntries(configured),
    format: { type: 'string', doc: 'how the answer is written', value: 'FORMAT', allowed: command.formats ?? formats },
  };
}

function keysOf(command: Command): readonly ConfigurationKeyName[] {
  return ['EARSHOT_DATA', ...(command.configures ?? [])];
}

function overridesOf(command: Command, given: Arguments): Partial<Record<ConfigurationKeyName, string | undefined>> {
  return Object.fromEntries(keysOf(command).map((key) => [key, given.text((configurationKeys[key] as { option?: string }).option ?? key)]));
}

function sentenceOf(error: unknown): string {
  if (error instanceof UserError || error instanceof UsageError) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  return `Earshot failed: ${message.split('\n', 1)[0]}`;
}
