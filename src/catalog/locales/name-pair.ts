import type { Locale } from '../../core/model/locale.ts';

/** A name and what it stands for, with the colon of the language: `Channel: chat`, `渠道：在线聊天`. */
export function namePair(name: string, value: string, locale: Locale): string {
  return locale.startsWith('zh') ? `${name}：${value}` : `${name}: ${value}`;
}
