import { decimal } from '../lib/decimal.ts';
import type { PolicyConfig, TagRule, UnknownEffect } from '../model/config.ts';
import type { Level } from '../model/finding.ts';
import type { DocumentNode } from '../model/node.ts';
import { rangeOf } from '../model/source.ts';
import { DEFAULT_CONFIG } from './defaults.ts';
import { readBillingPolicy } from './read-billing.ts';
import { amountAt, entriesOf, itemsOf, nodeAt, textOf, textsOf } from './yaml/access.ts';

const DEFAULTS = DEFAULT_CONFIG.policies;

/**
 * The `policies` section of a valid document. A limit without a level is soft; a section without a limit is off. Versions of
 * billing files are at the level of all their rules, where that is written and none of their own.
 */
export function readPolicies(node: DocumentNode | undefined): PolicyConfig {
  const versions = levelOf(nodeAt(node, 'profile_version')) ?? levelOf(nodeAt(node, 'billing'));
  return {
    requiredTags: readRequiredTags(nodeAt(node, 'required_tags')),
    profileVersion: { level: versions ?? DEFAULTS.profileVersion.level },
    billing: readBillingPolicy(nodeAt(node, 'billing')),
    monthlyIncrease: readMonthlyIncrease(nodeAt(node, 'monthly_increase')),
    unitIncrease: readUnitIncrease(nodeAt(node, 'unit_increase')),
  };
}

function readRequiredTags(node: DocumentNode | undefined): PolicyConfig['requiredTags'] {
  const keys = itemsOf(nodeAt(node, 'keys')).map(readTagRule);
  return {
    level: levelOf(node) ?? (keys.length > 0 ? 'soft' : 'off'),
    keys,
    unknown: unknownOf(node) ?? DEFAULTS.requiredTags.unknown,
    ...(textOf(nodeAt(node, 'children')) === 'true' && { children: true }),
  };
}

function readTagRule(node: DocumentNode): TagRule {
  const name = textOf(node);
  if (name !== undefined) return { key: name, allowEmpty: false, values: null };
  const values = nodeAt(node, 'values');
  return {
    key: textOf(nodeAt(node, 'key')) ?? '',
    allowEmpty: textOf(nodeAt(node, 'allow_empty'))?.toLowerCase() === 'true',
    values: values === undefined ? null : textsOf(values),
  };
}

function readMonthlyIncrease(node: DocumentNode | undefined): PolicyConfig['monthlyIncrease'] {
  const amount = amountAt(node, 'amount');
  const percent = amountAt(node, 'percent');
  return {
    ...readLimit(node, amount !== null || percent !== null),
    amount,
    percent,
    ...(node === undefined ? {} : { source: rangeOf(node.span) }),
  };
}

function readUnitIncrease(node: DocumentNode | undefined): PolicyConfig['unitIncrease'] {
  const percent = amountAt(node, 'percent');
  const amounts = Object.fromEntries(
    entriesOf(nodeAt(node, 'amounts')).map(({ key, value }) => [key, decimal(textOf(value) ?? '')]),
  );
  return { ...readLimit(node, percent !== null || Object.keys(amounts).length > 0), percent, amounts };
}

/** A hard limit that cannot see the cost cannot be taken as kept. */
function readLimit(
  node: DocumentNode | undefined,
  isLimited: boolean,
): Pick<PolicyConfig['unitIncrease'], 'level' | 'basis' | 'unknown'> {
  const level = levelOf(node) ?? (isLimited ? 'soft' : 'off');
  return { level, basis: basisOf(node), unknown: unknownOf(node) ?? (level === 'hard' ? 'fail' : 'warn') };
}

function unknownOf(node: DocumentNode | undefined): UnknownEffect | undefined {
  return textOf(nodeAt(node, 'unknown')) as UnknownEffect | undefined;
}

function levelOf(node: DocumentNode | undefined): Level | 'off' | undefined {
  return textOf(nodeAt(node, 'level')) as Level | 'off' | undefined;
}

function basisOf(node: DocumentNode | undefined): 'low' | 'likely' | 'high' {
  return (textOf(nodeAt(node, 'basis')) as 'low' | 'likely' | 'high' | undefined) ?? 'likely';
}
