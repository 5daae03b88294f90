import type { Conduct } from './conduct.ts';
import type { TeamId } from './desk.ts';
import { phrasebooks } from './phrases/index.ts';
import { fill, type Phrasebook } from './phrases/phrasebook.ts';
import type { Random } from './random.ts';
import { type Agent, botId, staff } from './setup/agents.ts';
import type { TicketDraft } from './ticket-draft.ts';
import type { Actor, TicketLog } from './ticket-log.ts';

/** A ticket while it is told: its rows, its chance and how the company deals with it. */
export interface Story {
  readonly log: TicketLog;
  readonly draft: TicketDraft;
  readonly conduct: Conduct;
  readonly random: Random;
  /** The customer comes back about something that was solved. */
  readonly isReturn: boolean;
}

/** How a ticket was solved the first time. */
export interface Solve {
  readonly at: number;
  readonly handler: Agent | null;
}

export const bot: Actor = { kind: 'bot', id: botId, role: 'bot' };

/** The customer of the ticket as an actor. */
export function customerActor(draft: TicketDraft): Actor {
  return { kind: 'customer', id: draft.customer.externalId, role: 'end-user' };
}

/** An agent as an actor. */
export function agentActor(agent: Agent): Actor {
  return { kind: 'human', id: agent.id, role: agent.role };
}

interface Term {
  readonly agent: Agent;
  readonly fromMs: number;
  readonly untilMs: number;
}

const terms = new Map<TeamId, readonly Term[]>();

function termsOf(team: TeamId): readonly Term[] {
  const known = terms.get(team);
  if (known) return known;
  const members = staff.filter((agent) => agent.team === team);
  const list = members.map((agent) => ({
    agent,
    fromMs: Date.parse(`${agent.joinedOn}T00:00:00Z`),
    untilMs: agent.leftOn ? Date.parse(`${agent.leftOn}T00:00:00Z`) : Number.POSITIVE_INFINITY,
  }));
  terms.set(team, list);
  return list;
}

/** One of the team who is employed at an instant. */
export function pickAgent(team: TeamId, at: number, random: Random): Agent {
  const present = termsOf(team).filter((term) => at >= term.fromMs && at < term.untilMs);
  return random.pick(present).agent;
}

/** One of the texts with the slots of this ticket filled. */
export function say(story: Story, choose: (book: Phrasebook) => readonly string[], agent: Agent | null = null): string {
  const { draft, random } = story;
  const book = phrasebooks[draft.desk.language];
  return fill(random.pick(choose(book)), slotsOf(draft, agent), book);
}

/** What the ticket puts into the slots of a text. */
export function slotsOf(draft: TicketDraft, agent: Agent | null) {
  return {
    product: draft.product,
    carrier: draft.carrier,
    region: draft.place.region,
    order: draft.order,
    name: draft.customer.firstName,
    agent: agent?.name ?? '',
  };
}
