const english = `a about after again all also am an and any are as at be because been before being but by can could did do does doing don down for from get got had has
have having he her here hers him his how i if in into is it its just last me more most my no nor not now of off on once only or other our out over own please re same she
should so some still such than that the their them then there these they this those through to too up us very was we were what when where which while who why will with would
you your yours hello hi dear thanks thank regards week weeks day days today yesterday one two first next even already much many really never ever told said say says
want need like know make made take took use used`;
const chinese = `的 了 是 我 你 您 他 她 们 我们 你们 在 有 和 就 都 也 很 不 没 没有 还 这 那 这个 那个 一个 一 上 下 把 被 让 给 到 说 要 会 能 可以 怎么 什么 请 请问 吗 呢 吧 啊 但 但是
因为 所以 如果 已经 还是 对 为 与 及 或 再 又 才 只 而 从 以 个 次 好 你好 谢谢 客服 现在 今天 昨天 上周`;
const russian = `и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от меня еще ещё нет о из ему теперь когда даже ну вдруг ли если уже или
ни быть был него до вас нибудь опять уж вам ведь там потом себя ничего ей может они тут где есть надо ней для мы тебя их чем была сам чтоб без будто чего раз тоже себе под будет
тогда кто этот того потому этого какой совсем ним здесь этом один почти мой тем чтобы нее сейчас были куда зачем всех никогда можно при наконец два об другой хоть после над больше
тот через эти нас про них какая много разве три эту моя впрочем хорошо свою этой перед иногда лучше чуть том нельзя такой им более всегда конечно всю между это как-то здравствуйте
добрый день пожалуйста спасибо очень просто свой мою моей`;

const lists: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(english.split(/\s+/)),
  zh: new Set(chinese.split(/\s+/)),
  ru: new Set(russian.split(/\s+/)),
};

/** Whether a word says nothing by itself, in a language by its first letters (`en`, `zh`, `ru`); of other languages none is known. */
export function isStopWord(word: string, language: string): boolean {
  return lists[language.slice(0, 2)]?.has(word) ?? false;
}
