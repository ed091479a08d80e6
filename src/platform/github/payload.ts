import { PlatformError } from '../../lib/errors.ts';

/** Reads fields of an event payload by dotted path. A field of the wrong kind throws PlatformError that names it. */
export interface PayloadReader {
  /** A commit id, or undefined when the field is null or absent. */
  commit(path: string): string | undefined;
  /** A branch or repository name, or undefined when the field is null or absent. */
  name(path: string): string | undefined;
  integer(path: string): number | undefined;
  flag(path: string): boolean | undefined;
}

export function payloadReader(payload: unknown): PayloadReader {
  const matching = (path: string, pattern: RegExp, expected: string): string | undefined => {
    const value = at(payload, path);
    if (value === undefined) return undefined;
    if (typeof value !== 'string' || !pattern.test(value)) throw unexpected(path, expected);
    return value;
  };
  return {
    commit: (path) => matching(path, /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, 'a commit id'),
    // What git allows in a ref name, less what would be an option or a revision expression.
    name: (path) => matching(path, /^(?!-)[^\s~^:?*[\\\p{Cc}]{1,255}$/u, 'a name'),
    integer: (path) => {
      const value = at(payload, path);
      if (value === undefined) return undefined;
      if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1) {
        throw unexpected(path, 'a positive integer');
      }
      return value;
    },
    flag: (path) => {
      const value = at(payload, path);
      if (value !== undefined && typeof value !== 'boolean') throw unexpected(path, 'true or false');
      return value;
    },
  };
}

/** The field's value, or the error that it is missing. */
export function required<T>(value: T | undefined, path: string): T {
  if (value === undefined) throw unexpected(path, 'a value');
  return value;
}

function at(payload: unknown, path: string): unknown {
  let value = payload;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value ?? undefined;
}

function unexpected(path: string, expected: string): PlatformError {
  return new PlatformError(`The event payload should have ${expected} at "${path}".`, {
    hint: 'GITHUB_EVENT_PATH must be the file that the runner wrote for this event.',
  });
}
