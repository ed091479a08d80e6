import type { CheckResult } from '../../model/result.ts';
import { plural } from '../plural.ts';
import { differenceText } from '../value.ts';
import { type Cell, code, paragraph, type Section } from './document.ts';

/** What differs in resources that exist on both sides. Created and deleted ones differ in everything. */
export function differencesSection(result: CheckResult): Section | null {
  const rows: Cell[][] = [];
  let replaced = false;
  for (const { change } of result.changes) {
    if (change.action === 'create' || change.action === 'delete') continue;
    for (const difference of change.differences) {
      const { base, head } = differenceText(difference);
      const replaces = change.replaceBecause.includes(difference.path);
      replaced ||= replaces;
      const note = [difference.certainty === 'maybe' && 'perhaps', replaces && 'replaces'];
      rows.push([
        code(change.address),
        code(difference.path),
        code(base),
        code(head),
        note.filter((word) => word !== false).join(', '),
      ]);
    }
  }
  if (rows.length === 0) return null;
  const columns = ['Resource', 'Argument', 'Before', 'After', 'Note'].map((title) => ({ title }));
  const legend = paragraph('“replaces” marks an argument that the cloud cannot change in place.');
  return {
    title: `Differences: ${plural(rows.length, 'argument')}`,
    blocks: [{ kind: 'table', columns, rows }, ...(replaced ? [legend] : [])],
  };
}
