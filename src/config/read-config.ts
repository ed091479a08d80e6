import { decimal } from '../lib/decimal.ts';
import type { Config, TerragruntConfig } from '../model/config.ts';
import type { DocumentNode } from '../model/node.ts';
import { rangeOf } from '../model/source.ts';
import type { UnitDefinition, UnitMatch } from '../model/unit.ts';
import { DEFAULT_CONFIG } from './defaults.ts';
import { readBilling } from './read-billing.ts';
import { readModules } from './read-modules.ts';
import { readPolicies } from './read-policies.ts';
import { readPricing } from './read-pricing.ts';
import { given, readProjects, readRegions } from './read-projects.ts';
import { amountAt, itemsOf, nodeAt, textMap, textOf, textsOf } from './yaml/access.ts';

/** The configuration of a document that is valid by the schema, with all defaults filled in. */
export function readConfig(root: DocumentNode, file: string): Config {
  const currency = textOf(nodeAt(root, 'currency')) ?? DEFAULT_CONFIG.currency;
  return {
    file,
    currency,
    projects: itemsOf(nodeAt(root, 'projects')).flatMap(readProjects),
    ...given('defaultRegions', readRegions(nodeAt(root, 'default_region'))),
    exclude: textsOf(nodeAt(root, 'exclude')),
    modules: readModules(nodeAt(root, 'modules')),
    ...given('terragrunt', readTerragrunt(nodeAt(root, 'terragrunt'))),
    usageFile: textOf(nodeAt(root, 'usage_file')) ?? null,
    ...given('pricing', readPricing(nodeAt(root, 'pricing'), currency)),
    units: itemsOf(nodeAt(root, 'units')).map(readUnit),
    profitCenters: itemsOf(nodeAt(root, 'profit_centers')).map((node) => ({
      id: textOf(nodeAt(node, 'id')) ?? '',
      match: readMatch(nodeAt(node, 'match')),
    })),
    ...given('priceBook', textOf(nodeAt(root, 'price_book'))),
    billing: readBilling(nodeAt(root, 'billing')),
    policies: readPolicies(nodeAt(root, 'policies')),
    comment: {
      when: (textOf(nodeAt(root, 'comment', 'when')) ??
        DEFAULT_CONFIG.comment.when) as Config['comment']['when'],
      minimumAmount: amountAt(root, 'comment', 'minimum_amount'),
    },
  };
}

function readTerragrunt(node: DocumentNode | undefined): TerragruntConfig | undefined {
  if (node === undefined) return undefined;
  return { env: textMap(nodeAt(node, 'env')), features: textMap(nodeAt(node, 'features')) };
}

function readUnit(node: DocumentNode): UnitDefinition {
  const id = textOf(nodeAt(node, 'id')) ?? '';
  const per = amountAt(node, 'per') ?? decimal(1);
  return {
    id,
    label: textOf(nodeAt(node, 'label')) ?? (per.eq('1') ? id : `${per.toFixed()} × ${id}`),
    per,
    volume: readVolume(nodeAt(node, 'volume')),
    match: readMatch(nodeAt(node, 'match')),
    revenue: readRevenue(nodeAt(node, 'revenue')),
    source: rangeOf(node.span),
  };
}

function readVolume(node: DocumentNode | undefined): UnitDefinition['volume'] {
  const monthly = amountAt(node, 'monthly');
  if (monthly === null) return null;
  const asOf = textOf(nodeAt(node, 'as_of'));
  return { monthly, source: textOf(nodeAt(node, 'source')) ?? '', ...(asOf === undefined ? {} : { asOf }) };
}

function readRevenue(node: DocumentNode | undefined): UnitDefinition['revenue'] {
  const amount = amountAt(node, 'amount');
  if (amount === null) return null;
  const source = textOf(nodeAt(node, 'source'));
  return { amount, ...(source === undefined ? {} : { source }) };
}

function readMatch(node: DocumentNode | undefined): UnitMatch {
  const [tags, paths, types] = [nodeAt(node, 'tags'), nodeAt(node, 'paths'), nodeAt(node, 'types')];
  return {
    ...(tags === undefined ? {} : { tags: textMap(tags) }),
    ...(paths === undefined ? {} : { paths: textsOf(paths) }),
    ...(types === undefined ? {} : { types: textsOf(types) }),
  };
}
