import { epochDayOf } from '../../core/time/calendar-day.ts';
import type { Category } from './desk.ts';
import { type Weighted, weighted } from './weighted.ts';

interface Product {
  readonly name: string;
  /** Share of the tickets about a product. */
  readonly weight: number;
  /** Something with a plug, a lamp or an app: technical tickets are about these. */
  readonly electric: boolean;
  readonly onSaleFrom?: string;
}

const products: readonly Product[] = [
  { name: 'Nord', weight: 12, electric: true },
  { name: 'Halo', weight: 3.5, electric: true, onSaleFrom: '2025-09-16' },
  { name: 'Halo bridge', weight: 1.5, electric: true, onSaleFrom: '2025-09-16' },
  { name: 'Breeze 300', weight: 2.5, electric: true },
  { name: 'Aroma coffee machine', weight: 8, electric: true },
  { name: 'Aroma descaler', weight: 3, electric: false },
  { name: 'Copper pendant', weight: 6, electric: true },
  { name: 'Copper table lamp', weight: 5, electric: true },
  { name: 'Linea desk lamp', weight: 7, electric: true },
  { name: 'Glow bulb set', weight: 5, electric: true },
  { name: 'Pebble kettle', weight: 6, electric: true },
  { name: 'Crumb toaster', weight: 5, electric: true },
  { name: 'Drift air purifier', weight: 4, electric: true },
  { name: 'Oakfield desk', weight: 7, electric: false },
  { name: 'Oakfield shelf', weight: 7, electric: false },
  { name: 'Alder armchair', weight: 5, electric: false },
  { name: 'Birch bookcase', weight: 6, electric: false },
  { name: 'Willow bedside table', weight: 5, electric: false },
];

const withoutProduct = 0.15;
const nord = 'Nord';

function catalogue(category: Category, isHaloOnSale: boolean): Weighted<string> {
  const sold = products.filter((product) => isHaloOnSale || !product.onSaleFrom);
  const about = category === 'technical' ? sold.filter((product) => product.electric) : sold;
  const others = about.filter((product) => product.name !== nord);
  const total = others.reduce((sum, product) => sum + product.weight, 0);
  const unnamed = category === 'technical' ? 0 : withoutProduct;
  const nordShare = 0.12;
  return weighted([
    [nord, nordShare],
    ['', unnamed],
    ...others.map((product): [string, number] => [product.name, ((1 - nordShare - unnamed) * product.weight) / total]),
  ]);
}

const tables = new Map<string, Weighted<string>>();
const haloOnSaleFrom = epochDayOf('2025-09-16');

/** Products that tickets of a contact reason are about on a day, by share; the empty name is a ticket without a product. Nord has 12 % of all. */
export function productsOn(day: number, category: Category): Weighted<string> {
  const isHaloOnSale = day >= haloOnSaleFrom;
  const name = `${category}:${isHaloOnSale}`;
  const known = tables.get(name) ?? catalogue(category, isHaloOnSale);
  tables.set(name, known);
  return known;
}
