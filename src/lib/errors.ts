/** Where in a file a message points: 1-based line and column. */
export interface ErrorPlace {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** The user's input or configuration is wrong (exit code 2). Says what, where, and what to do. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly place: ErrorPlace | undefined;
  readonly hint: string | undefined;

  constructor(message: string, options: { place?: ErrorPlace; hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.place = options.place;
    this.hint = options.hint;
  }
}

/** A service refused or failed (exit code 3). Says what it answered and which permission is missing. */
export class PlatformError extends Error {
  override readonly name = 'PlatformError';
  readonly status: number | undefined;
  readonly hint: string | undefined;

  constructor(message: string, options: { status?: number; hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.status = options.status;
    this.hint = options.hint;
  }
}
