import { UserError } from '../../lib/errors.ts';
import type { JsonProblem } from '../../lib/json-stream/scanner.ts';

const SHOW = 'Give what terraform show -json prints, or a state file of version 4.';

/** The error that a file is no state that can be read: what it is, and how to get one. */
export function stateRefusal(file: string, what: string, hint = SHOW): UserError {
  return new UserError(`${file} ${what}`, { place: { file }, hint });
}

/** The error for a text that is no JSON object. */
export function stateNotJson(file: string, problem: JsonProblem, offset: number): UserError {
  const texts: Readonly<Record<JsonProblem, string>> = {
    'no object': 'is no state: expected a JSON object.',
    truncated: 'ends in the middle: the file is cut off.',
    'text after it': `has text after the state, from byte ${offset} on.`,
    'too deep': `nests deeper than 200 levels at byte ${offset}: no state does that.`,
    'too large': 'has a value of more than 256 MB: no state has one.',
  };
  return stateRefusal(file, texts[problem]);
}

/** The error for a state of another version, or for other JSON. */
export function notAState(file: string, version: unknown, keys: ReadonlySet<string>): UserError {
  if (keys.has('encrypted_data')) {
    return stateRefusal(file, 'is encrypted.', 'Give what tofu show -json prints.');
  }
  if (keys.has('resource_changes') || keys.has('planned_values')) {
    return stateRefusal(file, 'is a plan, not a state.', 'Give a plan with --plan.');
  }
  if (typeof version === 'number') {
    const hint =
      'Run terraform apply with a current version once, which rewrites it; or give what terraform show -json prints.';
    return stateRefusal(file, `is a state of version ${version}; version 4 can be read.`, hint);
  }
  return stateRefusal(file, 'is JSON, but no state.');
}

/** The error for a shown state of another major format version. */
export function otherFormat(file: string, version: string): UserError {
  const shown = JSON.stringify(version.slice(0, 20));
  return stateRefusal(
    file,
    `has the format version ${shown}; versions 0.1 to 1 can be read.`,
    'Update Tollgate.',
  );
}
