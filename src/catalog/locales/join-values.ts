import type { Locale } from '../../core/model/locale.ts';

/** Values beside each other in one line, with the comma of the language: `Scotland, North`, `苏格兰、北部`. */
export function joinValues(values: readonly string[], locale: Locale): string {
  return values.join(locale.startsWith('zh') ? '、' : ', ');
}
