import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { estimateSchema } from '../estimate.ts';
import { explanationSchema, findingSchema } from '../finding.ts';
import { filterSchema, querySchema } from '../query.ts';

const comment = z.object({
  answer: z.string(),
  ticket: z.string(),
  at: z.string(),
  score: z.number(),
  scaleMin: z.number(),
  scaleMax: z.number(),
  kind: z.string(),
  category: z.string(),
  language: z.string(),
  text: z.string(),
});

const localDays = z.object({ from: z.string(), until: z.string() }).describe('local days, both inclusive');

/** The morning page. */
export const homeSchema = z.object({
  day: z.string().describe('the local day that it tells of, the last full one'),
  figures: z.array(
    z.object({
      metric: z.string(),
      label: z.record(z.string(), z.string()),
      unit: z.string(),
      better: z.string(),
      estimate: estimateSchema,
      usual: estimateSchema.describe('mean of the same weekday over four weeks'),
      goal: z.number().nullable(),
      beyondNoise: z.boolean(),
      settled: z.boolean().describe('false while the figure of so new a day still moves, as of replies that are still to come'),
    }),
  ),
  findings: z.array(findingSchema).describe('at most five, the most surprising first'),
  better: z.array(findingSchema),
  open: z.array(findingSchema),
  hidden: z.array(findingSchema).describe('snoozed or acknowledged'),
  comments: z.array(comment).describe('the five worst of the day'),
  gaps: z
    .array(z.object({ source: z.string(), from: z.string(), until: z.string(), missingPercent: z.number() }))
    .describe('stretches in which a source was silent'),
  looked: z.object({
    series: z.number().int().describe('metrics × segments'),
    days: z.number().int(),
    falseAlarmRate: z.number().describe('stated: the share of quiet mornings on which something is said all the same'),
  }),
  names: z.record(z.string(), z.string()).describe('names of the ids of agents and teams in it'),
  computedAt: z.string(),
  stale: z.boolean().describe('newer facts are there and it is being worked out anew'),
  partial: z.boolean().describe('findings and gaps are not worked out yet: figures and comments are all that is known'),
});

/** Calls that say what changed, why and what to do. */
export const findingEndpoints = {
  home: endpoint({
    method: 'GET',
    path: '/api/home',
    doc: 'What a morning must know: figures of the last full day, findings, what is better, what is still open',
    access: 'read',
    input: z.strictObject({
      day: z.iso.date().optional().describe('the morning after this local day; the last full one when absent'),
      wait: z
        .enum(['no', 'yes'])
        .optional()
        .describe('yes: answers only when everything is worked out from the newest facts; no when absent'),
    }),
    output: homeSchema,
  }),
  explain: endpoint({
    method: 'POST',
    path: '/api/explain',
    doc: 'Why a metric differs between two stretches of time: the driver and its share, or that none stands out',
    access: 'read',
    input: z.strictObject({
      metric: z.string(),
      period: z.strictObject({ from: z.iso.date(), until: z.iso.date() }).describe('local days, both inclusive'),
      comparisonPeriod: z
        .strictObject({ from: z.iso.date(), until: z.iso.date() })
        .optional()
        .describe('the stretch before it when absent'),
      filters: z.array(filterSchema).max(50).default([]),
    }),
    output: explanationSchema,
  }),
  risingWords: endpoint({
    method: 'POST',
    path: '/api/rising-words',
    doc: 'Words that the subjects of tickets of a period hold more often than those of the period before it, beyond chance',
    access: 'read',
    input: querySchema.pick({ period: true, compare: true, filters: true }),
    output: z.object({
      period: localDays,
      comparisonPeriod: localDays,
      tickets: z.number().int().describe('of the period'),
      ticketsBefore: z.number().int(),
      words: z.array(
        z.object({
          word: z.string(),
          language: z.string(),
          count: z.number().int().describe('tickets of the period with it in their subject'),
          countBefore: z.number().int(),
        }),
      ),
    }),
  }),
  changeFinding: endpoint({
    method: 'PUT',
    path: '/api/findings/:id',
    doc: 'Acknowledges, snoozes, assigns or comments on a finding',
    access: 'write',
    input: z.strictObject({
      id: z.string(),
      kind: z.enum(['fresh', 'acknowledged', 'snoozed', 'assigned']).optional(),
      until: z.iso.date().nullable().default(null).describe('of a snooze: first local day on which it is shown again'),
      to: z.string().max(200).nullable().default(null).describe('of an assignment: who looks after it'),
      comment: z.string().max(2000).optional(),
    }),
    output: findingSchema.shape.state,
  }),
  agentsComparison: endpoint({
    method: 'POST',
    path: '/api/agents-comparison',
    doc: 'A figure of each agent as it is, and like for like: against the others of the team on the same kinds of tickets',
    access: 'read',
    input: z.strictObject({
      metric: z.string(),
      period: z.strictObject({ from: z.iso.date(), until: z.iso.date() }).describe('local days, both inclusive'),
      team: z.string().optional(),
    }),
    output: z.object({
      metric: z.string(),
      unit: z.string(),
      better: z.enum(['up', 'down', 'neither']),
      kinds: z.array(z.string()).describe('the dimensions that make tickets alike'),
      agents: z.array(
        z.object({
          agent: z.string(),
          name: z.string(),
          team: z.string().describe('team now'),
          n: z.number().int(),
          raw: estimateSchema,
          likeForLike: estimateSchema.describe('what it would be with the tickets of the whole team'),
          isNew: z.boolean().describe('in the first six weeks'),
          flag: z.enum(['better', 'worse']).nullable().describe('beyond noise, all agents allowed for, from 30 results on; null otherwise'),
        }),
      ),
    }),
  }),
  teamLoads: endpoint({
    method: 'GET',
    path: '/api/team-loads',
    doc: 'For how many weeks in a row each team has had more to do than in nine of ten weeks before',
    access: 'read',
    input: z.strictObject({
      metric: z.string().default('backlog'),
      day: z.iso.date().optional().describe('the last full one when absent'),
    }),
    output: z.object({
      metric: z.string(),
      teams: z.array(
        z.object({
          team: z.string(),
          loads: z.array(z.number().nullable()).describe('mean of the days of each week, oldest first'),
          bearable: z.number().nullable().describe('90th percentile of the weeks before those in a row; null with fewer than 12 weeks'),
          weeksAbove: z.number().int(),
        }),
      ),
      names: z.record(z.string(), z.string()).describe('names of the teams by id'),
    }),
  }),
} as const;
