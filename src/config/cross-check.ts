import { nearest } from '../lib/nearest.ts';
import type { Config } from '../model/config.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { DocumentNode } from '../model/node.ts';
import { rangeOf, type SourceSpan } from '../model/source.ts';
import { crossCheckPricing } from './cross-check-pricing.ts';
import { entriesOf, entryOf, itemsOf, nodeAt, textOf } from './yaml/access.ts';
import { quoted } from './yaml/wording.ts';

/**
 * What a schema cannot say: a currency without a rate, ids and projects twice, limits for units that do not exist, levels without
 * a limit. In the order of the checks; `root` gives the places.
 */
export function crossCheck(root: DocumentNode, config: Config): Diagnostic[] {
  return [
    ...crossCheckPricing(root, config),
    ...twice(itemsOf(nodeAt(root, 'units')), (unit) => textOf(nodeAt(unit, 'id')) ?? '', 'The unit'),
    ...twice(itemsOf(nodeAt(root, 'policies', 'required_tags', 'keys')), tagKeyOf, 'The tag'),
    ...twiceProjects(root, config),
    ...twoKindsOfWorkspaces(root),
    ...unknownUnits(root, config),
    ...levelsWithoutLimit(root, config),
  ];
}

function tagKeyOf(node: DocumentNode): string {
  return textOf(node) ?? textOf(nodeAt(node, 'key')) ?? '';
}

function twice(
  nodes: readonly DocumentNode[],
  nameOf: (node: DocumentNode) => string,
  word: string,
): Diagnostic[] {
  const seen = new Set<string>();
  return nodes.flatMap((node) => {
    const name = nameOf(node);
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [
      error('duplicate-id', node.span, `${word} ${quoted(name)} is there twice.`, 'Keep one of the two.'),
    ];
  });
}

function twiceProjects(root: DocumentNode, config: Config): Diagnostic[] {
  // One entry makes as many projects as it has workspaces.
  const nodes = itemsOf(nodeAt(root, 'projects')).flatMap((node) => {
    const workspaces = itemsOf(nodeAt(node, 'workspaces'));
    return workspaces.length === 0 ? [node] : workspaces;
  });
  const seen = new Set<string>();
  return config.projects.flatMap((project, index) => {
    const { workspace, name } = project;
    const shown = name ?? project.path;
    // As the id is made: a name of its own needs no workspace.
    const identity = name === undefined && workspace !== undefined ? `${shown}@${workspace}` : shown;
    const node = nodes[index];
    if (!seen.has(identity) || node === undefined) {
      seen.add(identity);
      return [];
    }
    const message = `The project ${quoted(identity)} is there twice.`;
    return [error('duplicate-id', node.span, message, 'Give one of them another name or workspace.')];
  });
}

function twoKindsOfWorkspaces(root: DocumentNode): Diagnostic[] {
  return itemsOf(nodeAt(root, 'projects')).flatMap((node) => {
    const entry = entryOf(node, 'workspace');
    if (entry === undefined || nodeAt(node, 'workspaces') === undefined) return [];
    const message = 'A project has either "workspace" or "workspaces".';
    return [error('workspace-twice', entry.keySpan, message, 'Write all of them under "workspaces".')];
  });
}

function unknownUnits(root: DocumentNode, config: Config): Diagnostic[] {
  const ids = config.units.map(({ id }) => id);
  return entriesOf(nodeAt(root, 'policies', 'unit_increase', 'amounts')).flatMap(({ key, keySpan }) => {
    if (ids.includes(key)) return [];
    const guess = nearest(key, ids);
    const hint = guess === undefined ? 'Define it under "units".' : `Did you mean "${guess}"?`;
    return [
      error(
        'unknown-unit',
        keySpan,
        `There is a limit for the unit ${quoted(key)}, which is not defined.`,
        hint,
      ),
    ];
  });
}

function levelsWithoutLimit(root: DocumentNode, config: Config): Diagnostic[] {
  const { requiredTags, monthlyIncrease, unitIncrease } = config.policies;
  const limits = [
    ['required_tags', requiredTags.level, requiredTags.keys.length > 0, '"keys"'],
    [
      'monthly_increase',
      monthlyIncrease.level,
      monthlyIncrease.amount !== null || monthlyIncrease.percent !== null,
      '"amount" or "percent"',
    ],
    [
      'unit_increase',
      unitIncrease.level,
      unitIncrease.percent !== null || Object.keys(unitIncrease.amounts).length > 0,
      '"percent" or "amounts"',
    ],
  ] as const;
  return limits.flatMap(([name, level, limited, what]) => {
    const entry = entryOf(nodeAt(root, 'policies', name), 'level');
    if (level === 'off' || limited || entry === undefined) return [];
    const message = `"policies.${name}" has the level ${level} and nothing to hold a change against.`;
    const source = rangeOf(entry.keySpan);
    return [{ severity: 'warning', code: 'level-without-limit', message, source, hint: `Add ${what}.` }];
  });
}

function error(code: string, span: SourceSpan, message: string, hint: string): Diagnostic {
  return { severity: 'error', code, message, source: rangeOf(span), hint };
}
