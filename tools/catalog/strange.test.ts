import { expect, it } from 'vitest';
import type { ResourceCost } from '../../src/model/cost.ts';
import { openBook } from '../../src/pricing/book.ts';
import { openCatalog } from '../../src/estimate/catalog/catalog.ts';
import { estimateResource } from '../../src/estimate/estimate.ts';
import { exampleResource } from './example.ts';
import { plainUsage } from './plain-usage.ts';
import { type Example, readEntries } from './read.ts';

const book = openBook();
const catalog = openCatalog();
const STRANGE = 'ZZ-other';

/**
 * Where another text is right and cheaper: names of settings and add-ons, lists of which one item is another, versions and images
 * that are assumed to be without a fee (evidence C), and texts that are no such thing at all.
 */
const ALLOWED = [
  'aws_appautoscaling_policy service_namespace',
  'aws_athena_workgroup configuration.engine_version.selected_engine_version',
  'aws_cloudwatch_metric_alarm comparison_operator',
  'aws_ecs_cluster setting.name',
  'aws_eks_addon addon_name',
  'aws_eks_cluster version',
  'aws_elastic_beanstalk_environment setting.name',
  'aws_inspector2_enabler resource_types',
  'aws_route53_health_check type',
  'azurerm_log_analytics_solution solution_name',
  'azurerm_virtual_machine storage_image_reference.publisher',
  'google_cloud_run_service template.metadata.annotations.autoscaling.knative.dev/minScale',
  'google_compute_instance boot_disk.initialize_params.image',
  'google_container_cluster location',
];

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };
type Path = readonly (string | number)[];

it('a text that nobody has named never makes a resource cheaper without a word', () => {
  const found = new Set<string>();
  for (const { entry, examples } of readEntries()) {
    for (const example of examples) {
      const attributes = example.attributes as Plain;
      const before = estimate(entry.type, example, attributes);
      for (const path of texts(attributes)) {
        const after = estimate(entry.type, example, replaced(attributes, path));
        if (isSilentlyCheaper(before, after)) found.add(`${entry.type} ${nameOf(path)}`);
      }
    }
  }
  expect([...found].sort()).toEqual(ALLOWED);
});

function isSilentlyCheaper(before: ResourceCost, after: ResourceCost): boolean {
  if (after.lines.some(({ monthly }) => monthly === null)) return false;
  if (before.monthly === null) return before.lines.length > 0 && after.lines.length === 0;
  return after.monthly === null || after.monthly.likely.lt(before.monthly.likely);
}

function estimate(type: string, example: Example, attributes: Plain): ResourceCost {
  const region = example.region ?? 'us-east-1';
  const others = Object.entries(example.others ?? {}).map(([address, plain]) =>
    exampleResource(address, plain, region),
  );
  const plain = attributes as Readonly<Record<string, unknown>>;
  return estimateResource(exampleResource(`${type}.example`, plain, region), {
    book,
    catalog,
    usage: plainUsage(example.usage ?? {}),
    lookup: (address) => others.find((other) => other.address === address),
  });
}

/** Paths of all texts that are no references. */
function texts(node: Plain, path: Path = []): Path[] {
  if (typeof node === 'string') return node.startsWith('${') ? [] : [path];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, inner]) =>
    texts(inner, [...path, Array.isArray(node) ? Number(key) : key]),
  );
}

function replaced(node: Plain, [key, ...rest]: Path): Plain {
  if (key === undefined || typeof node !== 'object' || node === null) return STRANGE;
  const items = node as { readonly [key: string | number]: Plain };
  const inner = replaced(items[key] ?? null, rest);
  if (!Array.isArray(node)) return { ...items, [key]: inner };
  return (node as readonly Plain[]).map((item, index) => (index === key ? inner : item));
}

function nameOf(path: Path): string {
  return path.filter((key) => typeof key === 'string').join('.');
}
