import { type Weighted, weighted } from './weighted.ts';

export type Language = 'en' | 'zh' | 'ru';
export type Category = 'shipping' | 'technical' | 'returns' | 'sales' | 'product availability' | 'cancellations' | 'billing';
export type TicketChannel = 'email' | 'chat' | 'form' | 'social' | 'messaging';
export type TeamId = 'demo:orders' | 'demo:technical' | 'demo:phone' | 'demo:asia' | 'demo:russian';

/** Where customers of one language are served: its zone, its share of tickets and the schedule it works by. */
export interface Desk {
  readonly number: number;
  readonly language: Language;
  readonly zone: string;
  readonly share: number;
  readonly scheduleId: string;
  /** Opening hours of the week against London's. */
  readonly openingFactor: number;
}

export const londonDesk: Desk = {
  number: 0,
  language: 'en',
  zone: 'Europe/London',
  share: 0.62,
  scheduleId: 'demo:london',
  openingFactor: 1,
};
export const asiaDesk: Desk = {
  number: 1,
  language: 'zh',
  zone: 'Asia/Shanghai',
  share: 0.22,
  scheduleId: 'demo:shanghai',
  openingFactor: 0.66,
};
export const russianDesk: Desk = {
  number: 2,
  language: 'ru',
  zone: 'Asia/Almaty',
  share: 0.16,
  scheduleId: 'demo:almaty',
  openingFactor: 0.59,
};
export const desks: readonly Desk[] = [londonDesk, asiaDesk, russianDesk];

/** Share of tickets by contact reason. */
export const categoryShares: Readonly<Record<Category, number>> = {
  shipping: 0.27,
  technical: 0.18,
  returns: 0.17,
  sales: 0.14,
  'product availability': 0.09,
  cancellations: 0.08,
  billing: 0.07,
};

/** Share of tickets by channel. */
const channelShares: Readonly<Record<TicketChannel, number>> = { email: 0.4, chat: 0.28, form: 0.17, social: 0.09, messaging: 0.06 };

export const categories: Weighted<Category> = weighted(Object.entries(categoryShares) as [Category, number][]);
export const channels: Weighted<TicketChannel> = weighted(Object.entries(channelShares) as [TicketChannel, number][]);

/** The team that a ticket is routed to. */
export function teamOf(desk: Desk, category: Category): TeamId {
  if (desk === asiaDesk) return 'demo:asia';
  if (desk === russianDesk) return 'demo:russian';
  return category === 'technical' ? 'demo:technical' : 'demo:orders';
}

/** Chats and messages are answered by the bot first. */
export function isConversation(channel: TicketChannel): boolean {
  return channel === 'chat' || channel === 'messaging';
}
