import type { Conduct } from './conduct.ts';
import type { TeamId } from './desk.ts';
import { phrasebooks } from './phrases/index.ts';
import { fill, type Phrasebook } from './phrases/phrasebook.ts';
import type { Random } from './random.ts';
import { type Agent, botId, leftAt, staff } from './setup/agents.ts';
import type { TicketDraft } from './ticket-draft.ts';
import type { Actor, TicketLog } from './ticket-log.ts';
import { truths } from './truths/index.ts';
import { draw, weighted } from './weighted.ts';

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
    untilMs: leftAt(agent) ?? Number.POSITIVE_INFINITY,
  }));
  terms.set(team, list);
  return list;
}

const takers = truths.flatMap((truth) => truth.takes ?? []);

/** One of the team who is employed at an instant and takes such tickets. */
export function pickAgent(draft: TicketDraft, at: number, random: Random): Agent {
  const present = termsOf(draft.team).filter((term) => at >= term.fromMs && at < term.untilMs);
  const weightOf = (agent: Agent) => takers.reduce((weight, takes) => weight * takes(agent, draft), 1);
  return draw(weighted(present.map(({ agent }) => [agent, weightOf(agent)] as const)), random);
}

/** The story as somebody tells it who takes the ticket at an instant. */
export function takenBy(story: Story, agent: Agent, at: number): Story {
  return { ...story, conduct: truths.reduce((conduct, truth) => truth.manner?.(agent, at, conduct) ?? conduct, story.conduct) };
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
