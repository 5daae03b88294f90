/** What sources write for yes and no, in small letters. */
export const flagWords = {
  yes: ['true', '1', 'yes', 'y', 't', '1.0', 'да', '是', 'ja', 'sí', 'si', 'oui', 'vrai', 'wahr', 'verdadero', 'истина', 'x', '✓'],
  no: ['false', '0', 'no', 'n', 'f', '0.0', 'нет', '否', 'nein', 'non', 'faux', 'falsch', 'falso', 'ложь'],
} as const;

const all = new Set<string>([...flagWords.yes, ...flagWords.no]);

/** Whether a cell says yes or no. */
export function isFlagWord(value: string): boolean {
  return all.has(value.trim().toLowerCase());
}
