import { z } from 'zod';

const texts = z.array(z.string().min(1).max(200)).max(1000);

/** Who writes without being a person. Messages of such agents are a bot's; what such addresses send is neither a question nor an answer, and what they open is no question of a customer. */
export const automaticSendersSetting = z.strictObject({
  agents: texts.describe('ids of agents that are bots'),
  addresses: texts.describe('e-mail addresses; * stands for any text: no-reply@*'),
});
