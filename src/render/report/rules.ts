import type { CheckResult } from '../../model/result.ts';
import { plural } from '../plural.ts';
import { paragraph, type Section } from './document.ts';

/** What the change does to the gate's own levels, limits and policies. */
export function rulesSection(result: CheckResult): Section | null {
  if (result.configChanges.length === 0) return null;
  return {
    title: `Gate rules: ${plural(result.configChanges.length, 'change')}`,
    blocks: [
      paragraph('This check used the rules of the base commit. Once merged, these hold:'),
      { kind: 'list', items: result.configChanges },
    ],
  };
}
