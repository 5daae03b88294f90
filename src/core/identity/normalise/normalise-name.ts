import { foldText } from './fold-text.ts';
import { normalForm } from './normal-form.ts';

/** Forms of address and academic titles, folded. */
const titles = new Set(
  'mr mrs ms miss mx dr prof professor sir madam herr frau monsieur madame mme mlle senor senora sr sra don dona господин госпожа гн гжа'.split(
    ' ',
  ),
);

const chineseTitle = /(先生|女士|小姐|太太|夫人)$/u;

/**
 * A name for comparing: folded, apostrophes dropped (O'Brien is obrien), hyphens as spaces, forms of address and academic titles left out. Null where
 * nothing is left. The order of given name and surname stays.
 */
export function normaliseName(name: string): string | null {
  const words = foldText(
    normalForm(name, 'NFKC')
      .replace(/['’ʼ`´]/gu, '')
      .replace(/(?<!\p{L})г-(н|жа)(?=\s|$)/giu, ' ')
      .replace(chineseTitle, ''),
  ).split(' ');
  const kept = words.filter((word) => word !== '' && !titles.has(word));
  return kept.length > 0 ? kept.join(' ') : null;
}
