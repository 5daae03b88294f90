/** A sentence by its key among the words of the page, so that it can be said in the reader's language. */
export interface KeyedSentence {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A fault that the person who asked can mend. The message is one sentence in English that says what is wrong and what is allowed. */
export class UserError extends Error {
  readonly code: string;
  readonly status: number;
  /** The same sentence for the page; null where only the English one exists. */
  readonly sentence: KeyedSentence | null;

  constructor(code: string, message: string, status = 400, sentence: KeyedSentence | null = null) {
    super(message);
    this.name = 'UserError';
    this.code = code;
    this.status = status;
    this.sentence = sentence;
  }
}
