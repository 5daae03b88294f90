import { daysOf, sign, withOnsets } from './change-window.ts';
import { changeSince, type JudgedSeries } from './judge-series.ts';
import type { Significant } from './scan-workspace.ts';

/** A topic that holds this much of a change names it. */
const subjectShare = 0.7;
/** The whole, or a topic, is spoken of when it lies this near to as far out as the clearest part. */
const clearShare = 0.75;
/** In a topic that names a change it must be seen, be it less clearly. */
const subjectZ = 2.5;
/** Dimensions whose values are topics, the most telling first. */
const subjects = ['provider', 'category', 'team', 'tag', 'channel'];

/** Whether a change is told of a topic. */
export function isTopic({ segment }: Significant): boolean {
  return segment !== null && subjects.includes(segment.dimension);
}

/**
 * The candidate that says best what changed: the topic that holds most of the change of the whole, else the whole, else the clearest one. A topic that holds it names it
 * also where it is not beyond noise alone, with everything looked at allowed for.
 */
export function subjectOf(cluster: readonly Significant[], first: Significant, judged: readonly JudgedSeries[]): Significant {
  const whole = cluster.find(({ segment }) => segment === null);
  const topicOf = (most: number, of: Significant): Significant | undefined => {
    const topic = topicsAmong(cluster, most)[0];
    if (topic) return clearerWithin(cluster, topic);
    return topicsAmong(
      judged.flatMap((one) => alongside(one, of)),
      most,
    )[0];
  };
  const topic = topicOf(whole ? sizeOf(whole) : Math.max(...cluster.map(sizeOf)), whole ?? first);
  if (topic || !whole) return topic ?? first;
  const isClear = Math.abs(whole.change.z) >= clearShare * Math.abs(first.change.z);
  return isClear ? whole : (topicOf(sizeOf(first), first) ?? whole);
}

/** The topics that hold nearly as much of a change as the most and show it about as clearly as the clearest of them, the most telling first. */
function topicsAmong(list: readonly Significant[], most: number): readonly Significant[] {
  const topics = list.filter((one) => isTopic(one) && sizeOf(one) >= subjectShare * most);
  const clearest = Math.max(...topics.map(({ change }) => Math.abs(change.z)));
  return topics
    .filter(({ change }) => Math.abs(change.z) >= clearShare * clearest)
    .toSorted((left, right) => rank(left) - rank(right) || left.change.size - right.change.size);
}

/** A more telling topic that holds most of what a topic holds and shows it more clearly, such as the category of a team's tickets; else the topic. */
function clearerWithin(cluster: readonly Significant[], topic: Significant): Significant {
  const [first] = topicsAmong(cluster, sizeOf(topic));
  return first && Math.abs(first.change.z) > Math.abs(topic.change.z) ? first : topic;
}

/** Another series of the same figure over the days of a change, when it moved the same way. */
function alongside(one: JudgedSeries, head: Significant): readonly Significant[] {
  if (one.watched.metric !== head.watched.metric || one.series === head.series) return [];
  const change = changeSince(one, daysOf(head).first - one.series.firstDay);
  return change && change.z * sign(head) >= subjectZ
    ? [{ ...one, change: withOnsets(change, one.series, head), adjusted: head.adjusted, event: null }]
    : [];
}

function sizeOf({ change }: Significant): number {
  return Math.abs(change.shift) * change.size;
}

function rank({ segment }: Significant): number {
  return subjects.indexOf(segment?.dimension ?? '');
}
