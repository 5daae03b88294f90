import { isConversation, type TeamId } from './desk.ts';
import type { QuantileTable } from './quantile-table.ts';
import type { TicketDraft } from './ticket-draft.ts';

/** How the company deals with a ticket. Times of e-mails and forms are business hours, of chats seconds, of social posts minutes. */
export interface Conduct {
  readonly writtenResponseHours: QuantileTable;
  readonly chatResponseSeconds: QuantileTable;
  readonly socialResponseMinutes: QuantileTable;
  readonly responseFactor: number;
  /** Share that is solved with the first reply. */
  readonly solvedAtFirstReply: number;
  readonly workHours: QuantileTable;
  readonly workFactor: number;
  /** Share of first contacts that is reopened because it is not solved; contacts that follow up are reopened rarely, those that the bot solved never. */
  readonly reopened: number;
  readonly reopenedAfterReturn: number;
  /** Share that is reopened by a "thanks". */
  readonly thanked: number;
  /** Share of tickets with which a customer comes back about a solved one. */
  readonly returning: number;
  /** Share of chats and messages that the bot solves alone. */
  readonly botAlone: number;
  /** Share of what the bot solved alone with which the customer comes to a person within 72 hours. */
  readonly comesBackFromBot: number;
  readonly botResponseSeconds: QuantileTable;
  readonly isBotThere: boolean;
  /** Share of the written replies that are sent in the evening. */
  readonly overtime: number;
}

const writtenResponseHours: QuantileTable = [
  [0, 0.15],
  [0.03, 1.2],
  [0.08, 2.5],
  [0.23, 3.2],
  [0.33, 3.6],
  [0.45, 3.72],
  [0.92, 3.84],
  [0.97, 5.6],
  [0.99, 11],
  [1, 20],
];

const chatResponseSeconds: QuantileTable = [
  [0, 8],
  [0.15, 25],
  [0.5, 49.5],
  [0.86, 60],
  [0.95, 110],
  [1, 600],
];

const botResponseSeconds: QuantileTable = [
  [0, 12],
  [0.5, 40],
  [0.95, 70],
  [1, 110],
];

/** Of what the bot may solve: no complaints, and nothing that has to be approved. */
const botAlone = 0.415;

const socialResponseMinutes: QuantileTable = [
  [0, 4],
  [0.5, 26],
  [0.92, 60],
  [0.98, 120],
  [1, 300],
];

const workHours: QuantileTable = [
  [0, 0.5],
  [0.25, 4.5],
  [0.5, 11.5],
  [0.75, 19.5],
  [0.88, 24.8],
  [0.95, 105],
  [0.985, 440],
  [1, 900],
];

/** Some faults take weeks: parts have to come. */
const technicalWorkHours: QuantileTable = [
  [0, 0.5],
  [0.25, 4.5],
  [0.5, 11.5],
  [0.75, 19.5],
  [0.88, 26],
  [0.9, 60],
  [0.94, 300],
  [0.98, 750],
  [1, 1200],
];

/** Against the company's first reply to e-mails and forms. */
const responseFactors: Readonly<Record<TeamId, number>> = {
  'demo:orders': 1.02,
  'demo:technical': 0.938,
  'demo:phone': 1,
  'demo:asia': 0.83,
  'demo:russian': 0.955,
};

const ordersTeam = { reopened: 0.0425, returning: 0.151 };
const otherTeams = { reopened: 0.116, returning: 0.151 };
/** Teams other than Orders & delivery solve fewer tickets with the first reply. */
const harderShare = 0.06;

/** Length of the work after the first reply: desks with shorter hours need fewer of them, but more days. */
const workFactors: Readonly<Record<TeamId, number>> = {
  'demo:orders': 0.575,
  'demo:technical': 1.0,
  'demo:phone': 1,
  'demo:asia': 0.75,
  'demo:russian': 0.725,
};

/** The usual conduct towards a ticket: the levels of the company. */
export function usualConduct(draft: TicketDraft): Conduct {
  const isSocial = draft.channel === 'social';
  const isOrders = draft.team === 'demo:orders';
  return {
    writtenResponseHours,
    chatResponseSeconds,
    socialResponseMinutes,
    responseFactor: responseFactors[draft.team] * (draft.priority === 'urgent' && !isConversation(draft.channel) && !isSocial ? 0.25 : 1),
    solvedAtFirstReply: (isConversation(draft.channel) ? 0.58 : isSocial ? 0.5 : 0.35) - (isOrders ? 0 : harderShare),
    workHours: draft.team === 'demo:technical' ? technicalWorkHours : workHours,
    workFactor: workFactors[draft.team],
    ...(isOrders ? ordersTeam : otherTeams),
    reopenedAfterReturn: 0.005,
    thanked: 0.043,
    botAlone: draft.isComplaint ? 0 : botAlone,
    comesBackFromBot: 0.11,
    botResponseSeconds,
    isBotThere: true,
    overtime: 0.08,
  };
}
