import { UserError } from '../../lib/errors.ts';
import type { JsonProblem } from '../../lib/json-stream/scanner.ts';

const SHOW = 'terraform show -json tfplan > plan.json';
const MAKE = `Make it with: terraform plan -out=tfplan && ${SHOW} (or the same with tofu).`;

/** The error that a file is no plan that can be read: what it is, and how to get one. */
export function refusal(file: string, what: string, hint = MAKE): UserError {
  return new UserError(`${file} ${what}`, { place: { file }, hint });
}

/** The error for a text that is no JSON object, from how it begins. */
export function notJson(file: string, problem: JsonProblem, offset: number, start: Uint8Array): UserError {
  const text = Buffer.from(start).toString('utf8');
  switch (problem) {
    case 'truncated':
      return refusal(file, 'ends in the middle: the file is cut off.', `Write it again, whole. ${MAKE}`);
    case 'text after it':
      return refusal(
        file,
        `has text after the plan, from byte ${offset} on.`,
        `Leave only the JSON in it. ${MAKE}`,
      );
    case 'too deep':
      return refusal(file, `nests deeper than 200 levels at byte ${offset}: no plan does that.`);
    case 'too large':
      return refusal(file, 'has a value of more than 256 MB: no plan has one.');
    case 'no object':
      return notAnObject(file, text);
  }
}

/** The error for JSON that is something else, from its first key or all of its keys. */
export function notAPlan(file: string, keys: ReadonlySet<string>): UserError {
  if (keys.has('@level')) {
    return refusal(file, 'is the log of terraform plan -json, which does not hold the planned values.');
  }
  if (keys.has('values') || keys.has('lineage') || keys.has('serial')) {
    return refusal(file, 'is a state, not a plan.', `Give a state with --state. ${MAKE}`);
  }
  return refusal(file, 'is JSON, but no plan: it has no "format_version".');
}

function notAnObject(file: string, text: string): UserError {
  if (text.trim() === '') return refusal(file, 'is empty.');
  if (text.startsWith('PK')) {
    return refusal(
      file,
      'is a plan in the binary form that terraform plan -out writes.',
      `Turn it into JSON: ${SHOW}.`,
    );
  }
  if (/[{]\s*"(?:format_version|@level)"/.test(text)) {
    const hint =
      'Leave only the JSON in it. A wrapper of terraform prints such lines: with setup-terraform, set terraform_wrapper to false.';
    return refusal(file, 'has text before the plan.', hint);
  }
  return refusal(file, 'is no JSON: it looks like what terraform prints for people.', `Add -json. ${MAKE}`);
}
