import { PlatformError, UserError } from '../lib/errors.ts';
import { plain } from '../render/plain.ts';
import type { VerdictState } from '../model/result.ts';

/** 0 pass, 1 the gate says no, 2 the user's input is wrong, 3 a fault of ours or of a service. */
export type ExitCode = 0 | 1 | 2 | 3;

/** The exit code of a verdict: warnings pass; a verdict that waits or could not be reached does not. */
export function verdictExit(state: VerdictState): ExitCode {
  return state === 'pass' || state === 'warn' ? 0 : 1;
}

/** What to print for an error, and the exit code. Only a bug of ours comes with its stack. */
export function explainError(error: unknown): { readonly text: string; readonly code: ExitCode } {
  if (error instanceof UserError) {
    const { file, line, column } = error.place ?? {};
    const place = [file, line, column].filter((part) => part !== undefined).join(':');
    // A message about a file as a whole begins with its name.
    const isNamed = place === '' || error.message.startsWith(`${place} `);
    const message = isNamed ? error.message : `${place}: ${error.message}`;
    return { text: withHint(message, error.hint), code: 2 };
  }
  if (error instanceof PlatformError) return { text: withHint(error.message, error.hint), code: 3 };
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const lines = stack.split('\n').map((line) => `  ${plain(line)}`);
  return {
    text: ['error: this is a bug in tollgate. Please report it with these lines:', ...lines].join('\n'),
    code: 3,
  };
}

function withHint(message: string, hint: string | undefined): string {
  const lines = [`error: ${plain(message, 2000)}`];
  if (hint !== undefined) lines.push(`  hint: ${plain(hint, 2000)}`);
  return lines.join('\n');
}
