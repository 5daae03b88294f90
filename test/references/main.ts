import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { anomaliesGroup } from './anomalies.ts';
import { baseGroup } from './base.ts';
import { basketsGroup } from './baskets.ts';
import type { Case, Group } from './case.ts';
import { clvGroup } from './clv.ts';
import { decisionsGroup } from './decisions.ts';
import { forecastGroup } from './forecast.ts';
import { identityGroup } from './identity.ts';
import { journeysGroup } from './journeys.ts';
import { m3Group } from './m3.ts';
import { readFolders } from './read-folders.ts';
import { regressionGroup } from './regression.ts';
import { segmentsGroup } from './segments.ts';
import { staffingGroup } from './staffing.ts';
import { survivalGroup } from './survival.ts';
import { textGroup } from './text.ts';

const groups: readonly Group[] = [
  anomaliesGroup,
  baseGroup,
  basketsGroup,
  clvGroup,
  decisionsGroup,
  forecastGroup,
  identityGroup,
  journeysGroup,
  m3Group,
  regressionGroup,
  segmentsGroup,
  staffingGroup,
  survivalGroup,
  textGroup,
];

/** Whether ours is close enough to the reference. */
function agrees({ reference, tolerance }: Case, ours: number): boolean {
  if (tolerance === 'at least') return ours >= reference;
  if (tolerance === 'at most') return ours <= reference;
  if (tolerance === 'below') return ours < reference;
  const distance = Math.abs(ours - reference);
  return 'relative' in tolerance ? distance <= tolerance.relative * Math.abs(reference) : distance <= tolerance.absolute;
}

function main(): void {
  const shared = join(process.cwd(), '../shared');
  if (!existsSync(join(shared, 'reference'))) {
    console.log(
      'There is no folder ../shared/reference beside this checkout: nothing to compare with. `npm test` holds the figures that are cited in the tests.',
    );
    return;
  }
  const wanted = process.argv.slice(2);
  const folders = readFolders(shared);
  let [agree, differ] = [0, 0];
  console.log('method, reference value, ours, difference');
  for (const group of groups.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    for (const each of group.cases(folders)) {
      const ours = each.ours();
      const isClose = agrees(each, ours);
      if (isClose) agree++;
      else differ++;
      console.log(
        `${isClose ? '' : 'DIFFERS '}${group.name}: ${each.method}, ${each.reference}, ${ours}, ${(ours - each.reference).toExponential(2)}`,
      );
    }
  }
  console.log(`${agree} agree, ${differ} differ`);
  if (differ > 0) process.exitCode = 1;
}

main();
