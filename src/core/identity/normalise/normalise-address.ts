import { foldText } from './fold-text.ts';

/** Words of addresses in their usual short form, folded. A short form of two words (st for street and saint) stays one. */
const shortForms: Readonly<Record<string, string>> = {
  street: 'st',
  saint: 'st',
  road: 'rd',
  avenue: 'ave',
  av: 'ave',
  boulevard: 'blvd',
  drive: 'dr',
  lane: 'ln',
  court: 'ct',
  crescent: 'cres',
  place: 'pl',
  square: 'sq',
  terrace: 'tce',
  highway: 'hwy',
  apartment: 'apt',
  flat: 'apt',
  unit: 'apt',
  floor: 'fl',
  building: 'bldg',
  number: 'no',
  strasse: 'str',
  platz: 'pl',
  calle: 'c',
  avenida: 'ave',
  улица: 'ул',
  проспект: 'пр',
  просп: 'пр',
  переулок: 'пер',
  площадь: 'пл',
  бульвар: 'бул',
  шоссе: 'ш',
  дом: 'д',
  квартира: 'кв',
  корпус: 'к',
  корп: 'к',
  строение: 'стр',
};

/** A street address for comparing: folded, its common words in their short form (street is st, улица is ул). The order of words stays. Null where it is empty. */
export function normaliseAddress(address: string): string | null {
  const words = foldText(address)
    .split(' ')
    .map((word) => (Object.hasOwn(shortForms, word) ? shortForms[word] : word.replace(/(?<=\p{L}{3})strasse$/u, 'str')))
    .join(' ');
  return words === '' ? null : words;
}
