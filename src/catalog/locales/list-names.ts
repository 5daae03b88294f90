import type { Locale } from '../../core/model/locale.ts';
import { intlTags } from '../charts/format-number.ts';

/** Names in one line, as the language lists them: `chat, form and email`, `在线聊天、网页表单和邮件`. */
export function listNames(names: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(intlTags[locale], { type: 'conjunction' }).format(names);
}
