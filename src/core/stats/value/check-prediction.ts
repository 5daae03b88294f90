import { cannotAnswer } from '../column.ts';

const mostSteps = 1_000_000;

/** Refuses parameters of a model that are not above 0, and a time ahead below 0. @throws UserError that names the number */
export function checkPrediction(parameters: Readonly<Record<string, number>>, ahead = 0): void {
  for (const [name, value] of Object.entries(parameters))
    if (!(value > 0 && Number.isFinite(value))) throw cannotAnswer(`the parameter "${name}" must be above 0, not ${value}`);
  if (!(ahead >= 0 && Number.isFinite(ahead))) throw cannotAnswer(`what is expected ahead needs a time from 0, not ${ahead}`);
}

/** Refuses a number of occasions or renewals that is no whole number up to a million. @throws UserError that names it */
export function checkSteps(steps: number, name: string): void {
  if (!Number.isInteger(steps) || steps < 0 || steps > mostSteps)
    throw cannotAnswer(`${name} must be a whole number from 0 to ${mostSteps}, not ${steps}`);
}
