import { between, type Check, planted, rise, shareOf } from '../../company-check.ts';

/** How the launch shows. */
export const launchChecks: readonly Check[] = [
  {
    name: '1: 45 % more tickets in the first week',
    planted: planted(1, 'firstWeekRisePercent'),
    shown: ({ facts }) => rise(between(facts, '2025-09-16', '2025-09-22').length, between(facts, '2025-08-19', '2025-09-15').length, 4),
  },
  {
    name: '1: as many extra tickets as planted, against none',
    planted: 100 * (planted(1, 'extraInMeanDailyVolumes') / 28 - 1),
    shown: ({ facts, touched }) => rise(touched(1).length, between(facts, '2025-03-03', '2025-03-30').length, 1),
  },
  {
    name: '1: four of five of them are about pairing',
    planted: 80,
    shown: ({ touched }) =>
      shareOf(touched(1), (fact) => /pair|lost after an update|配对|连不上|подключается|Сопряжение|пропала/i.test(fact.subject)),
  },
  {
    name: '1: normal again after 14 October',
    planted: 0,
    shown: ({ facts }) => rise(between(facts, '2025-10-20', '2025-10-26').length, between(facts, '2025-07-07', '2025-09-14').length, 10),
  },
];
