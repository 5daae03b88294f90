import type { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { EarshotServer } from '../faults/earshot-process.ts';
import { connections, postRows } from '../faults/post.ts';
import { type Measurement, milliseconds, percentile, thousands } from './measure.ts';

const batchRows = 500;
const batchConnections = 4;
const singleConnections = 64;
const visibleTickets = 20;
const pollMs = 20;
const lastsMs = 5_000;
const warmMs = 1_000;
const startMs = Date.UTC(2026, 0, 5);
const stepMs = 60_000;
const eventsPerTicket = 8;

/** Times the ingest of a server: events in batches over four connections, then single events over 64, each acknowledged when it is on disk; and how long an acknowledged event takes into the facts of its ticket. */
export async function benchIngest(server: EarshotServer): Promise<readonly Measurement[]> {
  await send(server, { rows: batchRows, connections: batchConnections, lastsMs: warmMs, name: 'warm' });
  const batches = await send(server, { rows: batchRows, connections: batchConnections, lastsMs, name: 'batch' });
  const singles = await send(server, { rows: 1, connections: singleConnections, lastsMs, name: 'single' });
  const visibleMs = await timeUntilVisible(server);
  const [p50, p99] = [percentile(singles.acknowledgedMs, 0.5), percentile(singles.acknowledgedMs, 0.99)];
  return [
    {
      what: `ingest in batches of ${batchRows}, ${batchConnections} connections`,
      figure: `${thousands(batches.perSecond)} events/s`,
      goal: '≥ 20 k events/s',
      met: batches.perSecond >= 20_000,
      note: `acknowledged after ${milliseconds(percentile(batches.acknowledgedMs, 0.5))}, p99 ${milliseconds(percentile(batches.acknowledgedMs, 0.99))}`,
    },
    {
      what: `ingest of single events, ${singleConnections} connections`,
      figure: `${Math.round(singles.perSecond).toLocaleString('en')} events/s`,
      goal: '≥ 2 k events/s',
      met: singles.perSecond >= 2_000,
      note: '',
    },
    {
      what: 'acknowledgement of a single event',
      figure: `p50 ${milliseconds(p50)}, p99 ${milliseconds(p99)}`,
      goal: 'p99 ≤ 50 ms',
      met: p99 <= 50,
      note: `${singles.acknowledgedMs.length.toLocaleString('en')} events`,
    },
    {
      what: 'from acknowledged to counted',
      figure: `p50 ${milliseconds(percentile(visibleMs, 0.5))}, p95 ${milliseconds(percentile(visibleMs, 0.95))}`,
      goal: 'p95 ≤ 1 s',
      met: percentile(visibleMs, 0.95) <= 1_000,
      note: `${visibleMs.length} tickets, one after the other`,
    },
  ];
}

/** Sends tickets one after the other and asks for each until its facts are there. */
async function timeUntilVisible(server: EarshotServer): Promise<readonly number[]> {
  const agent = connections(1);
  const visibleMs: number[] = [];
  for (let number = 0; number < visibleTickets; number += 1) {
    const event = eventOf(`visible-${number}`, 0);
    await postRows(agent, server.address, 'ticket_events', [event]);
    const acknowledgedMs = performance.now();
    const path = `${server.address}/api/tickets/${encodeURIComponent(`bench:${event.ticket_id}`)}`;
    while ((await fetch(path)).status !== 200) await wait(pollMs);
    visibleMs.push(performance.now() - acknowledgedMs);
  }
  agent.destroy();
  return visibleMs;
}

interface Sending {
  readonly rows: number;
  readonly connections: number;
  readonly lastsMs: number;
  /** Begins the ids. */
  readonly name: string;
}

interface Sent {
  readonly perSecond: number;
  /** Of each request. */
  readonly acknowledgedMs: readonly number[];
}

async function send(server: EarshotServer, sending: Sending): Promise<Sent> {
  const agent = connections(sending.connections);
  const startedMs = performance.now();
  const each = await Promise.all(
    Array.from({ length: sending.connections }, (_, connection) => sendOn(agent, server.address, sending, connection)),
  );
  const seconds = (performance.now() - startedMs) / 1000;
  agent.destroy();
  const acknowledgedMs = each.flat();
  return { perSecond: (acknowledgedMs.length * sending.rows) / seconds, acknowledgedMs };
}

async function sendOn(agent: Agent, address: string, sending: Sending, connection: number): Promise<number[]> {
  const acknowledgedMs: number[] = [];
  const untilMs = performance.now() + sending.lastsMs;
  for (let request = 0; performance.now() < untilMs; request += 1) {
    const rows = Array.from({ length: sending.rows }, (_, index) =>
      eventOf(`${sending.name}-${connection}`, request * sending.rows + index),
    );
    const sentMs = performance.now();
    const { status, body } = await postRows(agent, address, 'ticket_events', rows);
    acknowledgedMs.push(performance.now() - sentMs);
    if (status !== 200 || !body.includes(`"accepted":${sending.rows},`))
      throw new Error(`ingest answered ${status}: ${body.slice(0, 500)}`);
  }
  return acknowledgedMs;
}

function eventOf(name: string, number: number) {
  const ticket = Math.floor(number / eventsPerTicket);
  const step = number % eventsPerTicket;
  const agent = `bench:agent-${ticket % 24}`;
  const shared = { source: 'bench', id: `${name}-${number}`, ticket_id: `${name}-${ticket}`, at: startMs + (ticket * 10 + step) * stepMs };
  if (step === 0)
    return { ...shared, kind: 'created', actor_kind: 'customer', channel: 'email', category: 'shipping', subject: 'Where is it?' };
  if (step === 1) return { ...shared, kind: 'update', actor_kind: 'human', actor_id: agent, assignee_id: agent, status: 'open' };
  if (step === 7) return { ...shared, kind: 'update', actor_kind: 'human', actor_id: agent, status: 'solved' };
  return step % 2 === 0
    ? { ...shared, kind: 'message', actor_kind: 'customer', public: true }
    : { ...shared, kind: 'message', actor_kind: 'human', actor_id: agent, public: true };
}
