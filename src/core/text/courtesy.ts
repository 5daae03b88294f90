import { bind, integer, type Sql, sql } from '../sql/sql.ts';

const thanks = [
  '(?:many |a million )?(?:thanks|thank (?:you|u)|thankyou|thx|tnx|ty|tysm|cheers)(?: so| very| ever so)?(?: much| a lot| a million| again| indeed| all| guys| team| everyone){0,3}(?: for (?:your |the |all your |all the )?(?:quick |fast |prompt |kind |great )?(?:help|reply|response|support|assistance|time|update|answer|info|information|patience))?',
  '(?:much |really |greatly )?appreciated|(?:i )?(?:really )?appreciate (?:it|that|(?:your|the) help)',
  'ok|okay|k|kk|alright|all right|excellent|awesome|brilliant|super|wonderful|fantastic|lovely|cool|nice|noted|understood|got it|will do|sounds good|no worries|no problem|you too',
  "(?:that |this |it |that['’]s |it['’]s |all )?(?:works|worked|solved|sorted|fixed|good|great|perfect|fine|clear|done)(?: it| now| for me){0,3}(?: perfectly| fine)?",
  '(?:огромное |большое |ещ[её] раз |очень |всем |вам ){0,3}(?:спасибо|спс|благодарю|благодарим|признателен|признательна)(?: большое| огромное| вам| всем| ещ[её] раз| заранее){0,3}(?: за (?:вашу )?(?:помощь|ответ|поддержку|информацию|оперативность|быстрый ответ))?',
  '(?:вс[её] )?(?:ок|окей|хорошо|отлично|понял|поняла|понятно|ясно|принято|супер|прекрасно|замечательно|здорово|заработало|получилось|работает|решено)(?: теперь)?',
  '(?:vielen |herzlichen |besten |lieben |tausend )?danke?(?: schön| sehr| dir| ihnen| euch| vielmals){0,3}(?: für (?:ihre|die|deine|eure) (?:schnelle )?(?:hilfe|antwort|unterstützung|rückmeldung))?|dankeschön',
  'alles (?:klar|gut|bestens)|in ordnung|hat (?:geklappt|funktioniert)|funktioniert jetzt|prima|wunderbar|verstanden|perfekt',
  '(?:muchas |muchísimas |mil )?gracias(?: a (?:ti|usted|ustedes|todos)| de nuevo| otra vez){0,3}(?: por (?:su|tu|la|todo)(?: (?:ayuda|respuesta|atención|apoyo|información))?)?',
  'de acuerdo|vale|perfecto|genial|estupendo|excelente|entendido|listo|ya funciona|todo (?:bien|claro|correcto)',
  "(?:un grand |mille |grand )?merci(?: beaucoup| bien| infiniment| encore| à (?:vous|toi|tous)| d['’]avance){0,3}(?: pour (?:votre|ton|tout|la|le)(?: (?:aide|réponse|soutien|temps|retour))?)?",
  "d['’]accord|parfait|génial|très bien|c['’]est (?:bon|noté|parfait)|ça (?:marche|fonctionne)|bien reçu|entendu",
  '(?:muito |muitíssimo )?(?:obrigad[oa]|agradecid[oa])s?(?: mesmo| novamente| a (?:você|vocês|todos)){0,3}(?: pela (?:ajuda|resposta|atenção)| pelo (?:apoio|retorno|suporte))?',
  'valeu|beleza|perfeito|ótimo|certo|tudo (?:bem|certo)|já funcionou',
].join('|');

const thanksInChinese = [
  '(?:非常|十分|太|真的|多|万分|萬分|很){0,3}(?:谢|謝|感谢|感謝|感恩|3q)(?:您|你|们|們|了|啦|哦|喔|大家|客服|的|帮忙|幫忙|帮助|幫助|回复|回覆|支持){0,5}',
  '(?:好|嗯|行|可以|收到|明白|了解|知道|解决|解決|没问题|沒問題|太好|太棒|完美|辛苦|搞定)(?:了|啦|的|您|你|哦|喔|呢){0,3}',
].join('|');

const politeness = [
  "hi|hello|dear team|bye|goodbye|have a (?:nice|good|great|lovely) (?:day|evening|weekend|week|one)|(?:best |kind )?regards|best wishes|you(?:'re|’re| are) (?:the best|a star|great|awesome)",
  'здравствуйте|добрый день|до свидания|хорошего (?:дня|вечера)|всего (?:доброго|хорошего)',
  'hallo|guten tag|schönen (?:tag|abend)(?: noch)?|(?:viele |liebe )?grüße|mit freundlichen grüßen',
  'hola|buenos días|buen día|(?:un )?saludos?',
  'bonjour|bonne (?:journée|soirée)|cordialement',
  'olá|bom dia|boa tarde|abraços?',
].join('|');

const politenessInChinese = '您好|你好|再见|再見|祝(?:您|你)?(?:生活愉快|工作顺利|工作順利|一切顺利|一切順利)|不客气|不客氣';

// Literal characters, because JavaScript and RE2 write code points differently: no-break and ideographic space, joiner and selector of emoji.
const mark = '[\\s\u00a0\u3000,.;:!~…—–，。！、；～()（）\\p{So}\\p{Sk}\u200d\ufe0f*_-]';

/** Code points of the longest message that can be a courtesy. */
const longest = 120;

/**
 * Matches, without regard to case, a whole message that only says thanks or agrees: English, Chinese in both scripts, Russian, German, Spanish, French and
 * Portuguese, and the words of the house. A question mark or any other word breaks it. JavaScript takes it with the flags `iu`, RE2 with `(?i)` before it.
 */
function patternWith(words: readonly string[]): string {
  const own = words.map((word) => word.trim().replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).filter((word) => word !== '');
  const [inChinese, others] = [own.filter((word) => han.test(word)), own.filter((word) => !han.test(word))];
  const said = [thanks, ...others].join('|');
  const saidInChinese = [thanksInChinese, ...inChinese].join('|');
  return [
    `^${mark}*(?:(?:${politeness})${mark}+|(?:${politenessInChinese})${mark}*)*(?:${said}|${saidInChinese})`,
    `(?:${mark}+(?:${said}|${politeness})|${mark}*(?:${saidInChinese}|${politenessInChinese}))*${mark}*$`,
  ].join('');
}

const han = /\p{Script=Han}/u;

export const courtesyPattern: string = patternWith([]);

const courtesy = new RegExp(courtesyPattern, 'iu');

/** Whether a message only says thanks or agrees, so that nobody waits for an answer to it. Longer than 120 characters it never is. */
export function isCourtesy(text: string): boolean {
  return text.length <= 2 * longest && [...text].length <= longest && courtesy.test(text);
}

/** `isCourtesy` of an expression, in SQL. @param words what the house takes for thanks too */
export function courtesyCondition(text: Sql, words: readonly string[] = []): Sql {
  return sql`lengthUTF8(${text}) <= ${integer(longest)} AND match(${text}, ${bind('String', `(?i)${patternWith(words)}`)})`;
}
