import type { Category, Language } from './desk.ts';
import { type Weighted, weighted } from './weighted.ts';

/** Where a customer lives. */
export interface Place {
  readonly country: string;
  readonly region: string;
}

function places(country: string, regions: Readonly<Record<string, number>>): [Place, number][] {
  return Object.entries(regions).map(([region, weight]) => [{ country, region }, weight]);
}

/** Places of the customers who write in a language, by share. */
export const placesOf: Readonly<Record<Language, Weighted<Place>>> = {
  en: weighted([
    ...places('GB', { London: 17, 'South East': 14, 'South West': 8, Midlands: 14, East: 8, 'North West': 10, North: 9, Scotland: 8 }),
    ...places('GB', { Wales: 4, 'Northern Ireland': 2.5, Islands: 0.5 }),
    ...places('IE', { Ireland: 5 }),
  ]),
  zh: weighted([
    ...places('CN', { 'East China': 34, 'South China': 24, 'North China': 18, 'Central China': 11, 'West China': 9 }),
    ...places('HK', { 'Hong Kong': 4 }),
  ]),
  ru: weighted([
    ...places('KZ', { Almaty: 32, Astana: 18, Karaganda: 8, Shymkent: 9 }),
    ...places('RU', { Moscow: 12, 'Saint Petersburg': 8, Urals: 7, Siberia: 6 }),
  ]),
};

const carriers: Readonly<Record<Language, Weighted<string>>> = {
  en: weighted([
    ['Northway', 34],
    ['Swift Parcel', 30],
    ['Harbour Post', 24],
    ['Oak Vans', 12],
  ]),
  zh: weighted([
    ['Dragonfly Express', 58],
    ['Harbour Post', 42],
  ]),
  ru: weighted([
    ['Steppe Line', 61],
    ['Ural Cargo', 39],
  ]),
};

const noCarrier = weighted([['', 1]]);

/** Parcel carriers by share: known for shipping tickets, for the others empty. */
export function carriersOf(language: Language, category: Category): Weighted<string> {
  return category === 'shipping' ? carriers[language] : noCarrier;
}
