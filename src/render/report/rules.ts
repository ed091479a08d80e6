import type { CheckResult } from '../../model/result.ts';
import { plural } from '../plural.ts';
import { paragraph, type Section } from './document.ts';

/** What the change does to the gate's own levels, limits, policies and inputs. */
export function rulesSection(result: CheckResult): Section | null {
  if (result.configChanges.length === 0) return null;
  return {
    title: `Gate rules: ${plural(result.configChanges.length, 'change')}`,
    blocks: [
      paragraph(
        'Rules come from the base and change when this is merged, except where a line says otherwise:',
      ),
      { kind: 'list', items: result.configChanges },
    ],
  };
}
