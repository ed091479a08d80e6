import { UserError } from '../../lib/errors.ts';
import type { CommentConfig } from '../../model/config.ts';

/** The inputs of `action.yml`, checked. */
export interface ActionInputs {
  readonly token: string | undefined;
  readonly base: string | undefined;
  readonly workingDirectory: string;
  /** Undefined: as the configuration says. */
  readonly comment: CommentConfig['when'] | undefined;
  readonly commentKey: string;
  readonly check: boolean;
  readonly checkName: string;
  readonly failOn: FailOn;
  /** Fetch modules though the configuration does not say so; of a fork, only when that says so. */
  readonly fetchModules: boolean;
  /** Folder of a price book, from the workspace. */
  readonly priceBook: string | undefined;
  /** Files with recorded usage of customers, from the workspace. */
  readonly billingUsage: readonly string[];
  readonly draft: 'check' | 'quiet' | 'skip';
  /** `FILE` or `PROJECT=FILE` each. */
  readonly plans: readonly string[];
  readonly basePlans: readonly string[];
  readonly states: readonly string[];
}

/** The mildest verdict that makes the job fail. */
export type FailOn = 'warn' | 'fail' | 'error' | 'never';

const commentChoices = ['changes', 'violations', 'always', 'never'] as const;

/** Reads and checks all inputs. Throws UserError that names the input and what it may be. */
export function readInputs(input: (name: string) => string): ActionInputs {
  const optional = (name: string): string | undefined => input(name) || undefined;
  const choice = <const T extends string>(name: string, choices: readonly T[], fallback: T): T => {
    const value = input(name) || fallback;
    const found = choices.find((one) => one === value);
    if (found === undefined) throw wrong(name, value, `Use one of ${choices.join(', ')}.`);
    return found;
  };
  const lines = (name: string): readonly string[] =>
    input(name)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  return {
    token: optional('token'),
    base: optional('base'),
    workingDirectory: input('working-directory') || '.',
    comment: input('comment') === '' ? undefined : choice('comment', commentChoices, 'changes'),
    commentKey: commentKey(input('comment-key') || 'default'),
    check: choice('check', ['true', 'false'], 'true') === 'true',
    checkName: checkName(input('check-name') || 'Tollgate verdict'),
    fetchModules: choice('fetch-modules', ['true', 'false'], 'false') === 'true',
    failOn: choice('fail-on', ['warn', 'fail', 'error', 'never'], 'fail'),
    priceBook: optional('price-book'),
    billingUsage: lines('billing-usage'),
    draft: choice('draft', ['check', 'quiet', 'skip'], 'check'),
    plans: lines('plan'),
    basePlans: lines('base-plan'),
    states: lines('state'),
  };
}

function commentKey(value: string): string {
  // It stands in an HTML comment and in a file name.
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(value)) return value;
  throw wrong('comment-key', value, 'Use up to 64 letters, digits, dots, dashes and underscores.');
}

function checkName(value: string): string {
  if (value.length <= 100 && !/\p{Cc}/u.test(value)) return value;
  throw wrong('check-name', value, 'Use one line of at most 100 characters.');
}

function wrong(name: string, value: string, hint: string): UserError {
  return new UserError(`The input "${name}" cannot be ${JSON.stringify(value.slice(0, 100))}.`, { hint });
}
