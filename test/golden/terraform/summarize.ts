import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import type { Resource } from '../../../src/model/resource.ts';
import type { Value } from '../../../src/model/value.ts';
import { assumptionsOf } from '../../../src/iac/terraform/evaluate/assumed.ts';
import type { TerraformResult, TerraformSide } from '../../../src/iac/terraform/index.ts';

/** What a golden case compares: short enough to be read. */
export function summarize(side: TerraformSide, result: TerraformResult): object {
  return {
    projects: Object.fromEntries(result.projects.map(({ id, kind }) => [id, kind])),
    notEvaluated: side.notEvaluated,
    resources: result.resources.map(resourceJson),
    moved: result.moved.map(({ from, to }) => `${from} -> ${to}`),
    unresolvedModules: result.unresolvedModules.map(({ address, sourceAddress }) => `${address}: ${sourceAddress}`),
    diagnostics: result.diagnostics.map(diagnosticText),
    filesRead: result.filesRead,
  };
}

function resourceJson(resource: Resource): object {
  const { address, project, provider, region, source, attributes, repetition, ignoreChanges } = resource;
  const alias = provider.alias === undefined ? '' : `.${provider.alias}`;
  return {
    address,
    ...(project === '.' ? {} : { project }),
    source: `${source.file}:${source.start.line}-${source.end.line}`,
    provider: provider.name + alias,
    region: plain(region),
    ...(provider.defaultTags.kind === 'null' ? {} : { defaultTags: plain(provider.defaultTags) }),
    ...(provider.version === undefined ? {} : { version: provider.version }),
    ...(provider.ignoreTags === undefined
      ? {}
      : { ignoreTags: [plain(provider.ignoreTags.keys), plain(provider.ignoreTags.prefixes)] }),
    ...(repetition === 'exact' ? {} : { repetition }),
    ...(ignoreChanges === undefined ? {} : { ignoreChanges }),
    attributes: plain(attributes),
    ...assumptions(resource),
  };
}

/** What the attributes of a resource assume, and its number of instances. */
function assumptions({ assumed, attributes }: Resource): object {
  const found = [...attributes.entries]
    .map(([name, value]) => [name, assumptionsOf(value)] as const)
    .filter(([, texts]) => texts.length > 0);
  const all = [...(assumed === undefined ? [] : [['(instances)', assumed] as const]), ...found];
  return all.length === 0 ? {} : { assumed: Object.fromEntries(all) };
}

function diagnosticText({ severity, code, message, source, hint }: Diagnostic): string {
  const place = source === undefined ? '' : `${source.file}:${source.start.line}:${source.start.column} `;
  return `${place}${severity} ${code}: ${message}${hint === undefined ? '' : ` (${hint})`}`;
}

/** JSON of a value; what is unknown is an object with a `?`. */
function plain(value: Value): unknown {
  if (value.sensitive === true) return { sensitive: true };
  switch (value.kind) {
    case 'null':
      return null;
    case 'bool':
    case 'string':
      return value.value;
    case 'number':
      return Number(value.value.toFixed());
    case 'list':
    case 'set':
    case 'tuple':
      return [...value.items.map(plain), ...(value.rest === undefined ? [] : [{ '...': cause(value.rest) }])];
    case 'object':
    case 'map': {
      const entries = [...value.entries].map(([key, item]): [string, unknown] => [
        value.uncertain?.has(key) === true ? `${key}?` : key,
        plain(item),
      ]);
      return { ...Object.fromEntries(entries), ...(value.rest === undefined ? {} : { '...': cause(value.rest) }) };
    }
    case 'unknown': {
      const { candidates, fallback, prefix, reference } = value;
      return {
        '?': cause(value),
        ...(candidates === undefined ? {} : { candidates: candidates.map(plain) }),
        ...(fallback === undefined ? {} : { fallback: plain(fallback) }),
        ...(prefix === undefined ? {} : { prefix }),
        ...(reference === undefined ? {} : { reference: `${reference.address}.${reference.attribute}` }),
      };
    }
  }
}

function cause({ reason, detail }: { reason: string; detail?: string }): string {
  return detail === undefined ? reason : `${reason} ${detail}`;
}
