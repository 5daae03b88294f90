import { describe, expect, test } from 'vitest';
import { likeForLike, type WorkCell } from './like-for-like.ts';

const share = (mean: number): number => mean * (1 - mean);

/** A team of one rate by kind of work, and two persons beside it. */
function team(osei: readonly [number, number], brandt: readonly [number, number]): WorkCell[] {
  const others = ['a', 'b', 'c', 'd'].flatMap((person) => [
    { person, kind: ['easy'], n: 300, mean: 0.87 },
    { person, kind: ['hard'], n: 150, mean: 0.68 },
  ]);
  return [
    ...others,
    { person: 'osei', kind: ['easy'], n: 84, mean: osei[0] },
    { person: 'osei', kind: ['hard'], n: 116, mean: osei[1] },
    { person: 'brandt', kind: ['easy'], n: 190, mean: brandt[0] },
    { person: 'brandt', kind: ['hard'], n: 10, mean: brandt[1] },
  ];
}

describe('like for like', () => {
  const results = likeForLike(team([0.88, 0.69], [0.79, 0.55]), share);
  const of = (name: string) => results.find(({ person }) => person === name);

  test('clears who has the hard work', () => {
    expect(of('osei')?.raw).toBeCloseTo(0.77, 2);
    expect(of('osei')?.adjusted).toBeGreaterThan(0.79);
    expect(Math.abs(of('osei')?.z ?? 9)).toBeLessThan(1);
  });

  test('shows who does worse with easy work', () => {
    expect(of('brandt')?.raw).toBeCloseTo(0.778, 2);
    expect(of('brandt')?.adjusted).toBeLessThan(0.74);
    expect(of('brandt')?.z).toBeLessThan(-2.5);
    expect(of('brandt')?.interval.high).toBeLessThan(0.8);
  });

  test('says of equal persons that they are equal', () => {
    for (const { raw, adjusted } of likeForLike(team([0.87, 0.68], [0.87, 0.68]).slice(0, 8), share)) expect(adjusted).toBeCloseTo(raw, 2);
  });
});

describe('work that the others hardly do', () => {
  test('is judged by its parts, so that who takes nearly all complaints is not blamed for them', () => {
    const rate = (category: string, complaint: string) => 0.86 - (category === 'returns' ? 0.06 : 0) - (complaint === 'yes' ? 0.16 : 0);
    const kinds = ['returns', 'shipping', 'billing'].flatMap((category) =>
      ['email', 'chat', 'form'].flatMap((channel) => ['yes', 'no'].map((complaint) => [category, channel, complaint] as const)),
    );
    const done: Readonly<Record<string, Readonly<Record<string, number>>>> = { osei: { yes: 20, no: 12 }, other: { yes: 1, no: 60 } };
    const worked = (person: string) =>
      kinds.map(([category, channel, complaint]): WorkCell => {
        const n = done[person === 'osei' ? 'osei' : 'other']?.[complaint] ?? 0;
        return { person, kind: [category, channel, complaint], n, mean: rate(category, complaint) };
      });
    const cells = ['a', 'b', 'c', 'd', 'osei'].flatMap(worked);
    const osei = likeForLike(cells, share).find(({ person }) => person === 'osei');
    expect(osei?.raw).toBeLessThan(0.76);
    expect(osei?.adjusted).toBeGreaterThan(0.81);
    expect(Math.abs(osei?.z ?? 9)).toBeLessThan(1);
  });
});
