import type { Agent } from 'node:http';
import type { EarshotServer } from '../faults/earshot-process.ts';
import { post } from '../faults/post.ts';

/** Asks a server a question, as JSON, and waits for all of the answer. @throws Error with the question and the answer where it is refused */
export async function askServer(server: EarshotServer, agent: Agent, question: string): Promise<void> {
  const { status, body } = await post(agent, `${server.address}/api/query`, 'application/json', question);
  if (status !== 200) throw new Error(`${question} was answered ${status}: ${body}`);
}
