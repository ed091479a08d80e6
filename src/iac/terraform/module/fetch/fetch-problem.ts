/** Why a module could not be fetched, as one sentence, and the way out. Never holds a token. */
export class FetchProblem extends Error {
  override readonly name = 'FetchProblem';
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}
