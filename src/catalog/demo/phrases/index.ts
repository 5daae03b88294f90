import type { Language } from '../desk.ts';
import { chinese } from './chinese.ts';
import { english } from './english.ts';
import type { Phrasebook } from './phrasebook.ts';
import { russian } from './russian.ts';

/** The phrases of each language of the company. */
export const phrasebooks: Readonly<Record<Language, Phrasebook>> = { en: english, zh: chinese, ru: russian };
