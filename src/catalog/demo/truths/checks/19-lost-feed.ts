import type { TicketFacts } from '../../../../core/tickets/ticket-facts.ts';
import { between, type Check, planted, shareOf } from '../../company-check.ts';

const fromMs = planted(19, 'fromMs');
const untilMs = planted(19, 'untilMs');
const usualShare = 0.17;
const arriving = usualShare * (1 - planted(19, 'lostPercent') / 100);
const isForm = ({ source }: TicketFacts) => source === 'demo-form';

/** How the lost feed shows. */
export const lostFeedChecks: readonly Check[] = [
  {
    name: '19: 17 % come by the web form as a rule',
    planted: 100 * usualShare,
    shown: ({ facts }) => shareOf(between(facts, '2025-06-01', '2025-12-07'), isForm),
  },
  {
    name: '19: for eighteen hours 6 % do, because 70 % are lost',
    planted: (100 * arriving) / (1 - usualShare + arriving),
    shown: ({ facts }) =>
      shareOf(
        facts.filter(({ created_at }) => created_at >= fromMs && created_at < untilMs),
        isForm,
      ),
  },
];
