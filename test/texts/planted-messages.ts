import { seededRandom } from '../../src/core/stats/random.ts';

/** Messages of three matters with words of their own, and some of everybody's. */
export function plantedMessages(n: number, seed: number) {
  const random = seededRandom(seed);
  const own = [
    ['parcel', 'courier', 'late', 'tracking', 'depot'],
    ['refund', 'charged', 'invoice', 'card', 'bank'],
    ['password', 'login', 'account', 'locked', 'reset'],
  ];
  const shared = ['please', 'help', 'order', 'customer', 'again', 'monday', 'thing', 'number'];
  const labels = ['delivery', 'payment', 'account'];
  return Array.from({ length: n }, () => {
    const kind = random.below(3);
    const draw = (list: readonly string[]) => list[random.below(list.length)] ?? '';
    const text = Array.from({ length: 8 }, (_, i) => (i < 4 ? draw(own[kind] ?? []) : draw(shared))).join(' ');
    return { text, label: labels[kind] ?? '' };
  });
}
