import { cannotAnswer } from './column.ts';

/** Refuses a level of intervals outside (0, 1). @throws UserError */
export function checkLevel(level: number): void {
  if (!(level > 0 && level < 1)) throw cannotAnswer(`a level of ${level} is no chance; give one between 0 and 1, such as 0.95`);
}

/** Refuses a word that is none of those an option takes, which would else be read as one of them. @throws UserError that lists them */
export function checkChoice<Choice extends string>(option: string, choice: Choice, allowed: readonly Choice[]): void {
  if (!allowed.includes(choice)) throw cannotAnswer(`"${option}" is one of ${allowed.join(', ')}, not ${choice}`);
}
