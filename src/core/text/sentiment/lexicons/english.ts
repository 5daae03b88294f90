import { stemWord } from '../../tokens/stem-word.ts';
import { type SentimentLexicon, wordsOf } from './sentiment-lexicon.ts';

const stemOf = (word: string) => stemWord(word, 'en');

const positive = `good great excellent amazing awesome fantastic wonderful brilliant superb perfect perfectly outstanding lovely nice best better love loved loves like
liked enjoy enjoyed happy glad pleased delighted satisfied impressed thankful grateful appreciate appreciated recommend recommended helpful friendly polite kind
patient courteous professional knowledgeable attentive quick quickly fast prompt promptly speedy swift easy easily smooth smoothly simple convenient efficient
reliable responsive clear clearly solved resolved fixed sorted works worked working well accurate fair reasonable affordable generous comfortable clean fresh
beautiful pleasant pleasure flawless seamless painless superior exceptional fabulous terrific gem star stars hero legend lifesaver thank thanks cheers bravo yay
worth trustworthy honest success successful improved improvement win wow welcome safe sturdy stylish cosy`;

const negative = `bad worse worst awful terrible horrible dreadful appalling poor poorly disappointing disappointed disappointment disgusting unacceptable useless
worthless pathetic ridiculous rubbish garbage trash junk crap hate hated dislike angry furious annoyed annoying frustrated frustrating upset unhappy dissatisfied
unsatisfied rude impolite arrogant unhelpful unprofessional incompetent ignorant careless lazy slow slowly late delayed delay delays overdue waiting ages forever
broken broke breaks damaged damage defective faulty fault failed fails fail failure error errors bug bugs buggy crash crashed crashes stuck freezing glitch missing
lost wrong incorrect mistake mistakes confusing confused complicated difficult hard impossible expensive overpriced pricey overcharged charged scam scammed fraud
fake cheat cheated stolen steal lie lied lies liar misleading dishonest ignored ignore ignoring refused refuse denied nightmare joke waste wasted problem problems
issue issues trouble complaint complain dirty smelly stain noisy cold uncomfortable unsafe unreliable unfair unresolved unanswered unusable cancel cancelled ruined
sad sorry shame shocking embarrassing nobody nothing lacking lack avoid beware disgrace hopeless painful hassle torn scratched leaking crooked`;

/** English words, by stems. */
export const englishLexicon: SentimentLexicon = {
  language: 'en',
  positive: wordsOf(positive, stemOf),
  negative: wordsOf(negative, stemOf),
  negations: wordsOf(
    "not no never none neither nor without hardly barely cannot can't don't doesn't didn't isn't wasn't aren't weren't won't wouldn't couldn't shouldn't haven't hasn't hadn't ain't dont doesnt didnt isnt wasnt wont cant",
  ),
  strengtheners: wordsOf('very really extremely so absolutely totally completely incredibly truly super too', stemOf),
  reach: 3,
};
