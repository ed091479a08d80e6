import { loadConfig } from '../../config/load.ts';
import type { Config } from '../../model/config.ts';
import type { ResourceCost } from '../../model/cost.ts';
import type { Resource } from '../../model/resource.ts';
import { openBook } from '../../pricing/book.ts';
import { openCatalog } from '../catalog/catalog.ts';
import { type CostsByResource, estimateResources } from '../estimate-all.ts';
import { openTerms, type Terms } from '../own-prices/terms.ts';
import { NO_USAGE, type Usage } from '../usage/usage.ts';

export const TODAY = '2026-11-01';

const book = openBook();
const catalog = openCatalog();

/** The configuration of a file; throws with its errors. */
export function configOf(text: string): Config {
  const bytes = Buffer.from(`version: 1\n${text}`);
  const { config, diagnostics } = loadConfig({
    read: (path) => (path === 'tollgate.yml' ? bytes : undefined),
    unreadable: () => undefined,
  });
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return config;
}

/** Resources as they cost by a configuration's terms. */
export interface Priced {
  readonly terms: Terms | undefined;
  readonly costs: CostsByResource;
  readonly list: readonly ResourceCost[];
}

/** Prices resources by the shipped book and a configuration. */
export function priced(text: string, resources: readonly Resource[], usage: Usage = NO_USAGE): Priced {
  const config = configOf(text);
  const { currency } = config;
  const terms = openTerms(config, book, TODAY);
  const listed = estimateResources(resources, { book: terms?.book ?? book, catalog, usage, currency });
  const costs = terms?.apply(listed) ?? listed;
  return { terms, costs, list: [...costs.values()] };
}
