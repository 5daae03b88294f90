import type { agents } from '../../../core/entities/people.ts';
import type { Row } from '../../../core/model/entity.ts';
import type { TeamId } from '../desk.ts';
import { setupColumns } from './source-columns.ts';

type AgentRow = Row<typeof agents>;

/** A person who answers, with first and last day. */
export interface Agent {
  readonly id: string;
  readonly name: string;
  readonly team: TeamId;
  readonly role: 'lead' | 'agent';
  readonly joinedOn: string;
  readonly leftOn?: string;
}

/** The bot that answers chats and messages first. */
export const botId = 'demo:lumi';
const botName = 'Lumi';

interface Roster {
  readonly team: TeamId;
  /** The first one leads. */
  readonly names: readonly string[];
}

const rosters: readonly Roster[] = [
  { team: 'demo:orders', names: ['H. Patel', 'M. Osei', 'L. Brandt', 'C. Doyle', 'S. Whitfield', 'R. Novak'] },
  { team: 'demo:technical', names: ['E. Lindqvist', 'K. Adeyemi', 'P. Marsh'] },
  { team: 'demo:phone', names: ['B. Hughes', 'V. Stone', 'G. Amin', 'O. Pryce'] },
  { team: 'demo:asia', names: ['林晓', '陈默', '周宁'] },
  { team: 'demo:russian', names: ['Ольга Тен', 'Айгерим Садыкова', 'Жанар Ли'] },
];

const changes: readonly { readonly team: TeamId; readonly name: string; readonly joinedOn: string; readonly leftOn?: string }[] = [
  { team: 'demo:orders', name: 'T. Hale', joinedOn: '2022-03-07', leftOn: '2025-05-30' },
  { team: 'demo:orders', name: 'J. Moreau', joinedOn: '2025-06-02' },
  { team: 'demo:orders', name: 'Q. Bell', joinedOn: '2026-10-05' },
  { team: 'demo:technical', name: 'F. Costa', joinedOn: '2022-02-04', leftOn: '2026-01-31' },
  { team: 'demo:technical', name: 'D. Rowe', joinedOn: '2023-02-04', leftOn: '2025-09-30' },
  { team: 'demo:technical', name: 'N. Farrell', joinedOn: '2019-02-04', leftOn: '2025-09-30' },
  { team: 'demo:technical', name: 'I. Sorensen', joinedOn: '2026-04-01' },
  { team: 'demo:technical', name: 'W. Achebe', joinedOn: '2026-04-01' },
  { team: 'demo:asia', name: '赵一凡', joinedOn: '2023-05-15', leftOn: '2026-03-27' },
  { team: 'demo:asia', name: '王璐', joinedOn: '2026-03-30' },
];

function settled(): Agent[] {
  return rosters.flatMap(({ team, names }) =>
    names.map((name, index) => ({
      id: '',
      name,
      team,
      role: index === 0 ? ('lead' as const) : ('agent' as const),
      joinedOn: `${2019 + (index % 5)}-02-04`,
    })),
  );
}

/** Everybody who ever answered in the two years; 24 on the first and on the last day. */
export const staff: readonly Agent[] = [...settled(), ...changes.map((change) => ({ ...change, id: '', role: 'agent' as const }))].map(
  (agent, index) => ({ ...agent, id: `demo:agent-${index + 1}` }),
);

/** The people and the bot as rows. */
export function demoAgents(importId = ''): AgentRow[] {
  const people = staff.map((agent) => agentRow(agent, importId));
  const bot = {
    ...setupColumns('lumi', importId),
    name: botName,
    email: '',
    team_id: '',
    kind: 'bot',
    role: 'bot',
    joined_at: null,
    left_at: null,
    active: true,
  };
  return [...people, bot];
}

/** The end of somebody's last shift. */
export function leftAt({ leftOn }: Agent): number | null {
  return leftOn === undefined ? null : Date.parse(`${leftOn}T20:00:00Z`);
}

function agentRow(agent: Agent, importId: string): AgentRow {
  const sourceId = agent.id.replace('demo:', '');
  return {
    ...setupColumns(sourceId, importId),
    name: agent.name,
    email: `${sourceId}@lumen-oak.example`,
    team_id: agent.team,
    kind: 'human',
    role: agent.role,
    joined_at: Date.parse(`${agent.joinedOn}T00:00:00Z`),
    left_at: leftAt(agent),
    active: !agent.leftOn,
  };
}
