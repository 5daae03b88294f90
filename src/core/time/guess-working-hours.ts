import { meanOf } from '../stats/descriptive/moments.ts';
import { chiSquareAbove, poissonAtMost } from '../stats/distributions.ts';

/** A stretch of one weekday in which people work: 1 Monday to 7 Sunday, minutes after local midnight. */
export interface GuessedShift {
  readonly weekday: number;
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** Working hours as replies show them. */
export interface WorkingHoursGuess {
  readonly shifts: readonly GuessedShift[];
  /** What the guess rests on. */
  readonly replies: number;
  /** Replies that lie within the guessed hours. */
  readonly coveredPercent: number;
}

/** Half-hours of a day. */
export const slotsPerDay = 48;
export const fewestReplies = 200;

const days = 7;
const slotMinutes = 30;
/** A day with less than this share of the replies of the busiest one is closed. */
const leastDayShare = 0.05;
/** Open half-hours hold at least this share of the replies of a day. */
const leastOpenShare = 0.85;
/** Where quiet half-hours have more than this share of busy ones, there are none that are closed. */
const mostQuietShare = 0.5;
/** Shorter than this many half-hours nobody works. */
const shortestSlots = 2;
/** A day has hours of its own when chance would give what is seen more seldom than this. */
const ownHoursChance = 0.001;
/** A stretch is a break when chance would leave so few replies in it more seldom than this. */
const breakChance = 0.01;

/**
 * Guesses working hours from when people first replied. Weekdays that chance could make differ are taken together, so that few replies are enough; their
 * half-hours fall into open and closed ones by Otsu's threshold (1979) on the square roots of the counts, so that open ones hold most replies; a closed stretch between two open ones is a break only
 * where that many missing replies are no chance (Poisson).
 * @param counts replies by local weekday and half-hour: Monday 00:00 first, 7 × 48
 * @returns null under 200 replies
 */
export function guessWorkingHours(counts: readonly number[]): WorkingHoursGuess | null {
  const replies = sum(counts);
  if (replies < fewestReplies) return null;
  const profiles = Array.from({ length: days }, (_, day) => counts.slice(day * slotsPerDay, (day + 1) * slotsPerDay));
  const busiest = Math.max(...profiles.map(sum));
  const worked = profiles.flatMap((profile, day) => (sum(profile) >= leastDayShare * busiest ? [{ day, profile }] : []));
  const shifts = alikeDays(worked).flatMap((group) => {
    const stretches = openStretches(added(group.map(({ profile }) => profile)));
    return group.flatMap(({ day }) =>
      stretches.map(([from, until]) => ({ weekday: day + 1, fromMinute: from * slotMinutes, toMinute: until * slotMinutes })),
    );
  });
  const ordered = shifts.sort((a, b) => a.weekday - b.weekday || a.fromMinute - b.fromMinute);
  return { shifts: ordered, replies, coveredPercent: (100 * sum(ordered.map((shift) => within(counts, shift)))) / replies };
}

interface WorkedDay {
  readonly day: number;
  readonly profile: readonly number[];
}

/** Days whose replies could come from the same hours stand together. */
function alikeDays(worked: readonly WorkedDay[]): readonly (readonly WorkedDay[])[] {
  const groups: WorkedDay[][] = [];
  for (const one of worked) {
    const alike = groups.find((group) => !differ(one.profile, added(group.map(({ profile }) => profile))));
    if (alike) alike.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** Pearson's chi-square test of two distributions over the hours of the day; hours with fewer than ten replies in both together are added to the next. */
function differ(left: readonly number[], right: readonly number[]): boolean {
  const bins = binned(left, right);
  const [ofLeft, ofRight] = [sum(bins.map(([a]) => a)), sum(bins.map(([, b]) => b))];
  const statistic = sum(
    bins.map(([a, b]) => {
      const [expectedLeft, expectedRight] = [((a + b) * ofLeft) / (ofLeft + ofRight), ((a + b) * ofRight) / (ofLeft + ofRight)];
      return (a - expectedLeft) ** 2 / expectedLeft + (b - expectedRight) ** 2 / expectedRight;
    }),
  );
  return bins.length > 1 && chiSquareAbove(statistic, bins.length - 1) < ownHoursChance;
}

function binned(left: readonly number[], right: readonly number[]): readonly (readonly [number, number])[] {
  const bins: [number, number][] = [];
  let [a, b] = [0, 0];
  for (let slot = 0; slot < slotsPerDay; slot++) {
    a += left[slot] ?? 0;
    b += right[slot] ?? 0;
    if (slot % 2 === 0 || a + b < 10) continue;
    bins.push([a, b]);
    [a, b] = [0, 0];
  }
  const last = bins.at(-1);
  if (last) bins[bins.length - 1] = [last[0] + a, last[1] + b];
  return bins;
}

type Stretch = readonly [fromSlot: number, untilSlot: number];

function openStretches(profile: readonly number[]): readonly Stretch[] {
  const least = leastOpen(profile);
  const stretches: Stretch[] = [];
  profile.forEach((count, slot) => {
    if (count < least) return;
    const last = stretches.at(-1);
    if (last && !isBreak(profile, [last[1], slot])) stretches[stretches.length - 1] = [last[0], slot + 1];
    else stretches.push([slot, slot + 1]);
  });
  return stretches.filter(([from, until]) => until - from >= shortestSlots);
}

/** The least replies of an open half-hour: what parts the half-hours into two groups that lie furthest apart, of which the open one holds most replies. */
function leastOpen(profile: readonly number[]): number {
  const roots = profile.map(Math.sqrt).sort((a, b) => a - b);
  const total = sum(profile);
  const parts = roots.slice(1).flatMap((least, index) => {
    const [closed, open] = [roots.slice(0, index + 1), roots.slice(index + 1)];
    const held = sum(open.map((root) => root ** 2));
    return held < leastOpenShare * total ? [] : [{ least, between: closed.length * open.length * (mean(open) - mean(closed)) ** 2 }];
  });
  const best = parts.reduce((found, part) => (part.between > found.between ? part : found), { least: 0, between: 0 });
  const least = best.least ** 2;
  const quiet = profile.filter((count) => count < least - 0.5);
  const busy = profile.filter((count) => count >= least - 0.5);
  return quiet.length === 0 || mean(quiet) > mostQuietShare * mean(busy) ? 0 : Math.max(1, least - 0.5);
}

/** Half of what the hours before and after it have would not leave so few. */
function isBreak(profile: readonly number[], [from, until]: Stretch): boolean {
  if (from === until) return false;
  const around = mean([...profile.slice(Math.max(0, from - 2), from), ...profile.slice(until, until + 2)]);
  return poissonAtMost(sum(profile.slice(from, until)), (around * (until - from)) / 2) < breakChance;
}

function within(counts: readonly number[], { weekday, fromMinute, toMinute }: GuessedShift): number {
  const start = (weekday - 1) * slotsPerDay;
  return sum(counts.slice(start + fromMinute / slotMinutes, start + toMinute / slotMinutes));
}

function added(profiles: readonly (readonly number[])[]): readonly number[] {
  return Array.from({ length: slotsPerDay }, (_, slot) => sum(profiles.map((profile) => profile[slot] ?? 0)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** 0 of none. */
function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : meanOf(numbers);
}
