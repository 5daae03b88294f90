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
/** A half-hour with less than this share of a busy one is closed. */
const leastSlotShare = 0.2;
/** A day has hours of its own, or a stretch is a break, when chance would give what is seen more seldom than this. */
const chance = 0.001;

/**
 * Guesses working hours from when people first replied. Weekdays that chance could make differ are taken together, so that few replies are enough; a half-hour is
 * open when it has at least a fifth of the replies of a busy one; a closed stretch between two open ones is a break only where that many missing replies are no
 * chance (Poisson).
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
  return bins.length > 1 && chiSquareAbove(statistic, bins.length - 1) < chance;
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
  const busy = busyLevel(profile);
  const open = profile.flatMap((count, slot) => (count >= Math.max(leastSlotShare * busy, 1) ? [slot] : []));
  const stretches: Stretch[] = [];
  for (const slot of open) {
    const last = stretches.at(-1);
    if (last && !isBreak(profile.slice(last[1], slot), busy)) stretches[stretches.length - 1] = [last[0], slot + 1];
    else stretches.push([slot, slot + 1]);
  }
  return stretches.filter(([from, until]) => sum(profile.slice(from, until)) >= leastSlotShare * busy * 2);
}

/** Replies of a busy half-hour: the mean of those that hold the middle half of all replies when ordered by size. */
function busyLevel(profile: readonly number[]): number {
  const ordered = [...profile].sort((a, b) => b - a);
  const total = sum(ordered);
  let passed = 0;
  const middle = ordered.filter((count) => {
    passed += count;
    return passed > total / 4 && passed - count < (3 * total) / 4;
  });
  return sum(middle) / Math.max(1, middle.length);
}

/** Half of what a busy stretch of that length has would not leave so few. */
function isBreak(gap: readonly number[], busy: number): boolean {
  return gap.length > 0 && poissonAtMost(sum(gap), (busy * gap.length) / 2) < chance * 10;
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
