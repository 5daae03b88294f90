import type { Command, CommandOptions } from './command.ts';

/** All commands, one line each. */
export function overview(commands: readonly Command[]): string {
  const lines = commands.map((command) => `  ${command.name.padEnd(10)}${command.doc}`);
  return [
    'Earshot: customer-service analytics from your own data.',
    '',
    'earshot COMMAND …',
    ...lines,
    '',
    '"earshot COMMAND --help" tells more.',
  ].join('\n');
}

/** How one command is called. */
export function commandHelp(command: Command, options: CommandOptions): string {
  const lines = Object.entries(options).map(([name, option]) => {
    const left = `  --${name}${option.value === undefined ? '' : ` ${option.value}`}`;
    const allowed = option.allowed ? `: ${option.allowed.join(', ')}` : '';
    return `${left.padEnd(26)}${option.doc}${allowed}`;
  });
  return [`earshot ${command.usage}`, command.doc, '', ...lines].join('\n');
}
