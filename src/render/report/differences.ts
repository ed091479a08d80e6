import type { CheckResult, CostedChange } from '../../model/result.ts';
import { plural } from '../plural.ts';
import { differenceText } from '../difference-text.ts';
import { type Cell, code, paragraph, type Section } from './document.ts';
import { type OfResource, resourceNames, sameInProjects } from './same-resources.ts';

/** What differs in resources that exist on both sides. Created and deleted ones differ in everything. */
export function differencesSection(result: CheckResult): Section | null {
  const differences = result.changes.flatMap(differencesOf);
  if (differences.length === 0) return null;
  const replaced = differences.some(({ replaces }) => replaces);
  const name = resourceNames(result);
  const rows = sameInProjects(differences, ({ cells }) => cells).map((group) => [
    name(group),
    ...group.first.cells,
  ]);
  const columns = ['Resource', 'Argument', 'Before', 'After', 'Note'].map((title) => ({ title }));
  const legend = paragraph('“replaces” marks an argument that the cloud cannot change in place.');
  return {
    title: `Differences: ${plural(differences.length, 'argument')}`,
    blocks: [{ kind: 'table', columns, rows }, ...(replaced ? [legend] : [])],
  };
}

interface Differing extends OfResource {
  readonly cells: readonly Cell[];
  readonly replaces: boolean;
}

function differencesOf({ change }: CostedChange): Differing[] {
  const { project, address, action } = change;
  if (action === 'create' || action === 'delete') return [];
  return change.differences.map((difference) => {
    const { base, head } = differenceText(difference);
    const replaces = change.replaceBecause.includes(difference.path);
    const words = [difference.certainty === 'maybe' && 'perhaps', replaces && 'replaces'];
    const note = words.filter((word) => word !== false).join(', ');
    return { project, address, replaces, cells: [code(difference.path), code(base), code(head), note] };
  });
}
