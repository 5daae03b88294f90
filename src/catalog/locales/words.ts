import type { en as boards } from './boards/en.ts';
import type { en as data } from './data/en.ts';
import type { en as explore } from './explore/en.ts';
import type { en as home } from './home/en.ts';
import type { en as imports } from './imports/en.ts';
import type { en as metrics } from './metrics/en.ts';
import type { en as page } from './page/en.ts';
import type { en as refusals } from './refusals/en.ts';
import type { en as settings } from './settings/en.ts';
import type { en as tickets } from './tickets/en.ts';
import type { en as views } from './views/en.ts';

type StemOf<K> = K extends `${infer Stem}_one` ? Stem : never;
type PluralKey<English> = StemOf<keyof English>;
type PlainKey<English> = Exclude<keyof English & string, `${PluralKey<English>}_one` | `${PluralKey<English>}_other`>;

type KeyOf<English> = PlainKey<English> | PluralKey<English>;

/** A word of any area of the page; a plural is named without its form. */
export type WordKey =
  | KeyOf<typeof data>
  | KeyOf<typeof page>
  | KeyOf<typeof home>
  | KeyOf<typeof imports>
  | KeyOf<typeof boards>
  | KeyOf<typeof explore>
  | KeyOf<typeof refusals>
  | KeyOf<typeof settings>
  | KeyOf<typeof tickets>
  | KeyOf<typeof metrics>
  | KeyOf<typeof views>;

/** All words of an area in a language with the plural forms that it has. A missing or an extra one does not compile. */
export type Words<English, Form extends string> = Readonly<Record<PlainKey<English> | `${PluralKey<English>}_${Form}`, string>>;
