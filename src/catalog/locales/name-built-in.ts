import { type Locale, type Texts, texts } from '../../core/model/locale.ts';

const chat = texts('Chat and messaging', '在线聊天与即时消息', '線上聊天與即時通訊', 'Чаты и мессенджеры');
const social = texts('Social media', '社交媒体', '社群媒體', 'Социальные сети');
const writing = texts('E-mail and forms', '电子邮件与网页表单', '電子郵件與網頁表單', 'Почта и формы на сайте');

/** Names that Earshot gives what it and its sample company set, by id: English as it is stored, and in every language. */
export const builtInNames: Readonly<Record<string, Texts>> = {
  'earshot:default': texts('Default', '默认', '預設', 'По умолчанию'),
  'earshot:default-chat': chat,
  'earshot:default-social': social,
  'earshot:default-writing': writing,
  'demo:sla-1': chat,
  'demo:sla-2': social,
  'demo:sla-3': writing,
};

/** What an entry of a setting is called: what Earshot named and nobody has renamed, in the reader's language. */
export function nameBuiltIn({ id, name }: { readonly id: string; readonly name: string }, locale: Locale): string {
  const known = builtInNames[id];
  return known !== undefined && known.en === name ? known[locale] : name;
}
