/** A fault that the person who asked can mend. The message is one sentence that says what is wrong and what is allowed. */
export class UserError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.name = 'UserError';
    this.code = code;
    this.status = status;
  }
}
