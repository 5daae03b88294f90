/** The words of boards and of the page of agents in English. */
export const en = {
  'agents.title': 'Agents',
  'agents.metric': 'Figure',
  'agents.agent': 'Agent',
  'agents.raw': 'As it is',
  'agents.alike': 'Like for like',
  'agents.course': 'Own course',
  'agents.new': 'new',
  'agents.better': 'better than alike tickets let expect',
  'agents.worse': 'worse than alike tickets let expect',
  'agents.few': 'too few',
  'agents.intro':
    'Like for like is what the figure would be with the tickets of the whole team, by {{kinds}}. No rank: order is by name. Colour only beyond noise and from 30 tickets or answers on.',
  'agents.none': 'Nobody solved tickets or was rated in this period.',
  'comments.score': '{{score}} of {{max}}',
  'comments.read': 'Read the ticket',
  'comments.none': 'Nobody wrote a comment in this period.',
  'comments.low': 'Low scores first',
  'comments.newest': 'Newest first',
  'comments.order': 'Order',
} as const;
